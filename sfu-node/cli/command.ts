import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { type Invitation, readInvitation } from '../../protocol/http/invitation.ts'
import { NodeId } from '../../protocol/ids.ts'
import { NodePrivateKey } from '../../protocol/node-edge/keys.ts'
import { EXIT_CODES, ExitError } from '../shared/exit-error.ts'
import type { GivenOptions } from './options.ts'
import { defaultStateFolder } from './state-folder.ts'

/** Who a node is where the edge's operator has said so, and no invitation. */
export interface OwnIdentity {
  readonly edge: URL
  readonly id: NodeId
  readonly key: NodePrivateKey
}

interface WithOptions {
  readonly state: string
  /** Those that say how to carry media. */
  readonly given: GivenOptions
}

/** What a command line asks for. */
export type Command =
  | { readonly command: 'help' }
  | ({ readonly command: 'join'; readonly invitation: Invitation } & WithOptions)
  | ({ readonly command: 'run'; readonly own: OwnIdentity | null } & WithOptions)

/** The variables that it may be told in. */
export interface NodeEnvironment {
  readonly ESSAIM_NODE_KEY?: string | undefined
  readonly STATE_DIRECTORY?: string | undefined
  readonly XDG_STATE_HOME?: string | undefined
}

const EdgeUrl = v.pipe(
  v.string('is needed: the address of the edge, such as https://meet.example.org'),
  v.url('must be an address, such as https://meet.example.org'),
  v.check((text) => /^(https?|wss?):/.test(text), 'must begin with https:// (or http://, wss://, ws://)'),
  v.transform((text) => new URL(text)),
)

const ID_MEANING = 'must be 1 to 63 small letters, digits and dashes, and not begin with a dash'

const Identity = v.object({
  edge: EdgeUrl,
  id: v.pipe(
    v.string('is needed: what the edge calls this node'),
    v.check((text) => v.is(NodeId, text), ID_MEANING),
    NodeId,
  ),
})

/** What is asked for. Throws an ExitError with exit code 2 and a sentence that names the option. */
export function readCommand(args: readonly string[], env: NodeEnvironment): Command {
  const { values, positionals } = parseArguments(args)
  const { help, edge, id, state = defaultStateFolder(env), ...given } = values
  if (help) return { command: 'help' }
  const [command, word, ...rest] = positionals
  if (command === 'join' && word !== undefined && rest.length === 0) {
    if (edge !== undefined || id !== undefined) {
      throw new ExitError(
        EXIT_CODES.options,
        'The invitation says where the edge is, and the edge the id: leave out --edge and --id.',
      )
    }
    return { command, invitation: invitationIn(word), state, given }
  }
  if (command === 'run' && word === undefined) {
    return { command, own: ownIdentity(edge, id, env), state, given }
  }
  throw new ExitError(EXIT_CODES.options, 'Say join and the invitation, or run. See --help.')
}

function invitationIn(word: string): Invitation {
  try {
    return readInvitation(word)
  } catch (cause) {
    const sentence = 'That is no invitation: copy all of it, from its first letter to its last.'
    throw new ExitError(EXIT_CODES.options, sentence, { cause })
  }
}

/** Null where the state is to say who this is. */
function ownIdentity(
  edge: string | undefined,
  id: string | undefined,
  { ESSAIM_NODE_KEY: key }: NodeEnvironment,
): OwnIdentity | null {
  if (edge === undefined && id === undefined && key === undefined) return null
  const said = v.safeParse(Identity, { edge, id }, { abortEarly: true })
  if (!said.success) {
    const [issue] = said.issues
    throw new ExitError(EXIT_CODES.options, `--${v.getDotPath(issue) ?? 'option'} ${issue.message}.`)
  }
  const read = v.safeParse(NodePrivateKey, key)
  if (read.success) return { ...said.output, key: read.output }
  throw new ExitError(EXIT_CODES.options, 'ESSAIM_NODE_KEY must be the private key of this node.')
}

function parseArguments(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        edge: text,
        id: text,
        state: text,
        region: text,
        announce: { type: 'string', multiple: true },
        listen: text,
        'media-port': text,
        'pipe-ports': text,
        workers: text,
        'metrics-port': text,
        'max-bandwidth': text,
        'max-transfer': text,
        'max-rooms': text,
        'max-people': text,
        hours: { type: 'string', multiple: true },
        help: { type: 'boolean' },
      },
      allowPositionals: true,
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ExitError(EXIT_CODES.options, `${reason}. See --help.`, { cause })
  }
}
