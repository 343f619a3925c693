import type { JSX } from 'preact'
import type { TriedPort } from '../../../protocol/node-edge/port-check.ts'
import { isUnlike } from '../../../protocol/node-edge/port-sentence.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { Masthead } from '../../ui/masthead.tsx'
import { useWords } from '../../ui/page-context.ts'
import type { CheckedPorts } from './check-ports.ts'

/** `spent`: the ticket is none, or no longer good. `failed`: the edge was not reached. */
export type CheckState = CheckedPorts | 'trying' | 'spent' | 'failed'

const nameOf = (state: CheckState): string =>
  typeof state === 'string' ? state : state.reachable ? 'reached' : 'closed'

/** Whether a lent node is reached from here, and what its lender can do where it is not. */
export function CheckSheet({ state }: { readonly state: CheckState }): JSX.Element {
  const { title } = useWords().check
  const { check: words } = useFurtherWords()
  return (
    <div class="sheet">
      <Masthead />
      <main class="stats" data-view="check" data-check={nameOf(state)} aria-busy={state === 'trying'}>
        <div class="stack tight prose" role="status">
          <h1 tabIndex={-1}>{title}</h1>
          {typeof state === 'string' ? <p>{words[state]}</p> : <Outcome checked={state} />}
        </div>
      </main>
    </div>
  )
}

function Outcome({ checked }: { readonly checked: CheckedPorts }): JSX.Element {
  const { check: words } = useFurtherWords()
  const { lender, reachable, ports } = checked
  return (
    <>
      <p>{reachable ? words.reached(lender) : words.closed(lender)}</p>
      <ul>
        {ports.map((port) => (
          <li key={`${port.protocol} ${port.address} ${port.port}`} data-port={port.outcome}>
            <PortLine port={port} all={ports} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface PortLineProps {
  readonly port: TriedPort
  /** Those of the same check. */
  readonly all: readonly TriedPort[]
}

function PortLine({ port: tried, all }: PortLineProps): JSX.Element {
  const { check: words } = useFurtherWords()
  const { protocol, address, port, outcome } = tried
  return (
    <>
      <bdi class="port">{`${protocol.toUpperCase()} ${address} ${port}`}</bdi>:{' '}
      {isUnlike(tried, all) ? words.unlike[protocol] : words.ports[outcome]}
    </>
  )
}
