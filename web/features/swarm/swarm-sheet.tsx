import type { JSX } from 'preact'
import { contactLink } from '../../../protocol/http/site.ts'
import type { Swarm } from '../../../protocol/http/swarm.ts'
import { usePublished } from '../../ui/hooks/use-published.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { Masthead } from '../../ui/masthead.tsx'
import { useWords } from '../../ui/page-context.ts'
import { SourceLink } from '../site/colophon.tsx'
import { Foot } from '../site/foot.tsx'
import { readSite } from '../site/site.ts'
import { fetchSwarm } from './fetch-swarm.ts'
import { LenderTable } from './lender-table.tsx'
import { ranked } from './ranked.ts'
import { SwarmMap } from './swarm-map.tsx'

/** Who lends nodes, as it is now. */
export function SwarmView(): JSX.Element {
  const { value, tryAgain } = usePublished(fetchSwarm)
  return <SwarmSheet swarm={value} onTryAgain={tryAgain} />
}

interface SwarmSheetProps {
  /** Null while it is on its way. */
  readonly swarm: Swarm | 'failed' | null
  readonly onTryAgain: () => void
}

/** Who lends nodes, where, and whom they carry. */
export function SwarmSheet({ swarm, onTryAgain }: SwarmSheetProps): JSX.Element {
  const { swarm: words } = useFurtherWords()
  const { swarm: ofSwarm, stats } = useWords()
  return (
    <div class="sheet">
      <Masthead />
      <main class="stats" data-view="swarm" aria-busy={swarm === null}>
        <div class="stack tight prose">
          <h1 tabIndex={-1}>{ofSwarm.title}</h1>
          <p>{words.lead}</p>
        </div>
        <Body swarm={swarm} onTryAgain={onTryAgain} />
        <div class="choices">
          <a class="button honey" href="/">
            {stats.open}
          </a>
        </div>
      </main>
      <Foot />
    </div>
  )
}

function Body({ swarm, onTryAgain }: SwarmSheetProps): JSX.Element {
  const { swarm: words, opening } = useWords()
  if (swarm === null) return <p class="after-a-while">{words.loading}</p>
  if (swarm !== 'failed') {
    return (
      <>
        <Lenders swarm={swarm} />
        <HowToLend />
      </>
    )
  }
  return (
    <div class="stack tight" role="alert">
      <p>{words.failed}</p>
      <button type="button" class="button" data-action="try-again" onClick={onTryAgain}>
        {opening.tryAgain}
      </button>
    </div>
  )
}

function Lenders({ swarm }: { readonly swarm: Swarm }): JSX.Element {
  const { swarm: words } = useFurtherWords()
  const nodes = ranked(swarm)
  return (
    <div class="swarm">
      {nodes.length === 0 && <p data-swarm="nobody">{words.nobody}</p>}
      <SwarmMap nodes={nodes} />
      {(nodes.length > 0 || swarm.own.nodes > 0) && <LenderTable nodes={nodes} own={swarm.own} />}
    </div>
  )
}

/** Whom to ask, and how. */
function Operator(): JSX.Element {
  const { swarm: words } = useFurtherWords()
  const { operator, contact } = readSite()
  if (operator === null && contact === null) return <span data-operator="">{words.unnamed}</span>
  return (
    <span data-operator={operator ?? ''}>
      {operator}
      {operator !== null && contact !== null && ' · '}
      {contact !== null && <a href={contactLink(contact)}>{contact}</a>}
    </span>
  )
}

function HowToLend(): JSX.Element {
  const { swarm: words } = useFurtherWords()
  return (
    <section class="stack tight prose" id="lend">
      <h2>{words.lendTitle}</h2>
      <p>{words.lend}</p>
      <p>{words.listens}</p>
      <ol class="steps">
        <li>
          {words.lendAsk} <Operator />
        </li>
        <li>
          {words.lendFetch} <SourceLink />
        </li>
        <li>
          {words.lendJoin} <code>npm run node -- join …</code>
        </li>
        <li>{words.lendStay}</li>
      </ol>
      <p>{words.known}</p>
      <p>
        <a class="text-button" href="/api/swarm">
          {words.data}
        </a>
      </p>
    </section>
  )
}
