import type { JSX } from 'preact'
import { type NetworkFigures, verdictOn } from '../../core/network/network-figures.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useDictionary } from '../../ui/page-context.ts'
import type { PanelProps } from '../panel/panel.ts'
import { CarriedBy } from './carried-by.tsx'
import { connectionNoticeOf } from './connection-notice.ts'
import { useNetworkFigures } from './use-network-figures.ts'

const NOT_KNOWN = '–'

/** How one's own connection is, in plain words: loss, delay, bitrate and path. */
export function ConnectionPanel({ session }: PanelProps): JSX.Element {
  const { notice: noticeWords } = useDictionary().words
  const { connection } = useFurtherWords()
  const figures = useNetworkFigures(session)
  const verdict = figures && verdictOn(figures)
  const { carriedBy, encryption } = session.view.value
  const notice = connectionNoticeOf(session.view.value)
  return (
    <div class="stack" data-verdict={verdict ?? undefined} data-path={figures?.path ?? undefined}>
      <p role="status">{connection.verdicts[verdict ?? 'unknown']}</p>
      {(notice === 'voicesOnly' || notice === 'relaySpent') && <p>{noticeWords[notice]}</p>}
      <CarriedBy by={carriedBy} when="carriedBy" encrypted={encryption !== 'none'} />
      {figures && <Figures figures={figures} />}
      {figures?.path && <p class="quiet">{connection.pathHints[figures.path]}</p>}
    </div>
  )
}

function Figures({ figures }: { readonly figures: NetworkFigures }): JSX.Element {
  const { language } = useDictionary()
  const { connection: words } = useFurtherWords()
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const loss = (part: number | null): string => (part === null ? NOT_KNOWN : percent.format(part))
  const rate = (bitsPerSecond: number): string => words.rate(whole.format(bitsPerSecond / 1_000))
  const { path, roundTripMs } = figures
  const rows = {
    path: path ? words.paths[path] : NOT_KNOWN,
    delay: roundTripMs === null ? NOT_KNOWN : words.milliseconds(whole.format(roundTripMs)),
    'received-loss': loss(figures.receivedLoss),
    'sent-loss': loss(figures.sentLoss),
    received: rate(figures.receivedBitsPerSecond),
    sent: rate(figures.sentBitsPerSecond),
  } as const
  return (
    <dl class="connection-figures">
      {(Object.keys(rows) as (keyof typeof rows)[]).map((name) => (
        <div key={name}>
          <dt>{words.rows[name]}</dt>
          <dd data-figure={name}>{rows[name]}</dd>
        </div>
      ))}
    </dl>
  )
}
