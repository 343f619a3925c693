import { useSignal } from '@preact/signals'
import { Disc, Square } from 'lucide'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { RoomSession } from '../../core/session/room-session.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { NoticeActions } from '../../ui/notices/notice-actions.tsx'
import { NoticeCard } from '../../ui/notices/notice-card.tsx'
import { useDictionary } from '../../ui/page-context.ts'
import { recorderStateOf } from './recorder-state.ts'
import { agreedTo } from './recordings-of.ts'

const REFRESH_MS = 500
const MEGABYTE = 1024 * 1024

/** One's own recording while it runs: how long, how large, who agreed; and the way to stop it. */
export function OwnRecording({ session }: { readonly session: RoomSession }): JSX.Element | null {
  const { language } = useDictionary()
  const { recording: words } = useFurtherWords()
  const state = recorderStateOf(session).value
  if (state.at !== 'recording') return null
  const others = session.view.value.people.filter((person) => !person.self)
  const agreed = agreedTo(session.messages.of('consent').value, state.id)
  const count = others.filter(({ id }) => agreed.has(id)).length
  const megabytes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(
    state.bytes / MEGABYTE,
  )
  return (
    <NoticeCard
      icon={Disc}
      data-notice="own-recording"
      actions={
        <NoticeActions
          actions={[{ action: 'stop-recording', label: words.stop, icon: Square, act: state.stop }]}
        />
      }
      mark={{
        label: words.running,
        text: <Elapsed sinceMs={state.sinceMs} />,
        byItself: true,
      }}
    >
      {words.running} {state.what === 'room' && words.agreed(count, others.length)}{' '}
      {/* It changes all the time: nothing to be read out. */}
      <span class="quiet" aria-hidden="true">
        <Elapsed sinceMs={state.sinceMs} /> · {words.size(megabytes)}
      </span>
    </NoticeCard>
  )
}

/** Minutes and seconds since then. */
function Elapsed({ sinceMs }: { readonly sinceMs: number }): JSX.Element {
  const seconds = useSignal(0)
  useEffect(() => {
    const measure = (): void => {
      seconds.value = Math.floor((performance.now() - sinceMs) / 1_000)
    }
    measure()
    const timer = setInterval(measure, REFRESH_MS)
    return () => clearInterval(timer)
  }, [sinceMs, seconds])
  const rest = String(seconds.value % 60).padStart(2, '0')
  return (
    <>
      {Math.floor(seconds.value / 60)}:{rest}
    </>
  )
}
