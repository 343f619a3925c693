import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useDictionary } from '../../ui/page-context.ts'
import type { PanelProps } from '../panel/panel.ts'
import { type SpeakingShare, speakingShares, speakingTimesOf } from './speaking-times.ts'

const REFRESH_MS = 1_000

/** Who has spoken how long, and which part of all that was. */
export function SpeakingTimePanel({ session }: PanelProps): JSX.Element {
  const { language } = useDictionary()
  const { speakingTime } = useFurtherWords()
  const now = useNow()
  const times = speakingTimesOf(session).value
  const shares = speakingShares(times, now)
  const since = new Date(performance.timeOrigin + times.sinceMs)
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(since)
  return (
    <div class="stack">
      <p class="quiet">{speakingTime.since(time)}</p>
      {shares.every(({ totalMs }) => totalMs === 0) && <p>{speakingTime.nobody}</p>}
      <ol class="speaking-times">
        {shares.map((share) => (
          <SpeakingRow key={share.id} share={share} />
        ))}
      </ol>
    </div>
  )
}

function SpeakingRow({
  share: { id, name, here, totalMs, share },
}: {
  readonly share: SpeakingShare
}): JSX.Element {
  const { language } = useDictionary()
  const { speakingTime } = useFurtherWords()
  const seconds = Math.floor(totalMs / 1_000)
  const duration = speakingTime.duration(Math.floor(seconds / 60), seconds % 60)
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(share)
  return (
    <li data-speaker={id}>
      <span class="speaking-name">
        <bdi>{name}</bdi>
        {!here && <small class="quiet"> {speakingTime.gone}</small>}
      </span>
      <span class="speaking-figures">
        {duration} · {percent}
      </span>
      <span class="share-bar" aria-hidden="true" style={{ '--share': share }} />
    </li>
  )
}

/** The time of `performance.now()`, every second. */
function useNow(): number {
  const now = useSignal(performance.now())
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = performance.now()
    }, REFRESH_MS)
    return () => clearInterval(timer)
  }, [now])
  // A change between two ticks is drawn with the time that it has.
  return Math.max(now.value, performance.now())
}
