import * as v from 'valibot'
import { LinkProof } from '../../../protocol/page-edge/door.ts'
import type { PageRequest } from '../../../protocol/page-edge/requests.ts'
import { sealedAs } from '../sealed-samples.ts'
import type { Right } from './cells.ts'
import { everybody, inEncrypted, row } from './inside.ts'

const changes = (epoch: number, letter: string) => (): PageRequest => ({
  name: 'commit',
  params: { epoch, commit: epoch === 1 ? null : sealedAs(letter), info: sealedAs(letter) },
})

/** The same with a link that nobody has yet. */
const changesLink = (epoch: number) => (): PageRequest => ({
  name: 'commit',
  params: {
    epoch,
    commit: epoch === 1 ? null : sealedAs('l'),
    info: sealedAs('l'),
    newLink: v.parse(LinkProof, 'n'.repeat(43)),
  },
})

/** A plain room has no group, and nobody founds one there. */
const OF_GROUPS = { otherwise: inEncrypted('granted') } as const
const IN_VAIN = everybody('bad-message')

export const COMMITS: readonly [Right, ...Right[]] = [
  row('found the group', 'K30', IN_VAIN, changes(1, 'f'), OF_GROUPS),
  row('change the group', 'K30', IN_VAIN, changes(2, 'c'), OF_GROUPS),
  row('found the group with another link', 'D15', IN_VAIN, changesLink(1), {
    otherwise: { encrypted: { participant: 'not-allowed' } },
  }),
  row('change the link', 'D15', IN_VAIN, changesLink(2), {
    first: () => [changes(1, 'f')()],
    otherwise: { encrypted: { participant: 'not-allowed', moderator: 'granted', owner: 'granted' } },
    spends: true,
  }),
]

export const DESCRIPTIONS: readonly [Right, ...Right[]] = [
  row('ask how the group stands', 'K30', IN_VAIN, () => ({ name: 'describe-group', params: {} }), OF_GROUPS),
]
