import type { JSX } from 'preact'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import { CarriedBy, type LenderInfo } from '../../features/connection/carried-by.tsx'
import { Foot } from '../../features/site/foot.tsx'
import { Masthead } from '../../ui/masthead.tsx'
import { useWords } from '../../ui/page-context.ts'
import { type Ending, explainEnding } from './ending.ts'

interface AfterProps {
  readonly room: RoomName
  readonly ending: Ending
  /** Whether one came by a link with a secret. */
  readonly encrypted: boolean
  /** Who carried the room, where one was in it. */
  readonly lender: LenderInfo | null
  readonly onComeBack: () => void
  readonly onHome: () => void
}

/** The room is over for us: why, and the way back or on. */
export function After({ room, ending, encrypted, lender, onComeBack, onHome }: AfterProps): JSX.Element {
  const { after } = useWords()
  const { words, action } = explainEnding(ending, encrypted)
  const { title, text } = after[words]
  const goHome = (event: MouseEvent): void => {
    event.preventDefault()
    onHome()
  }
  return (
    <div class="sheet">
      <Masthead />
      <main class="message" data-view="after" data-ending={ending}>
        <h1 tabIndex={-1}>{typeof title === 'string' ? title : title(room)}</h1>
        <p>{text}</p>
        {lender && <CarriedBy {...lender} encrypted={encrypted} />}
        <div class="choices">
          {action !== null && (
            <button
              type="button"
              class="button honey"
              data-action="come-back"
              onClick={action === 'reload' ? () => location.reload() : onComeBack}
            >
              {after[action]}
            </button>
          )}
          <a class="button" href="/" data-action="home" onClick={goHome}>
            {after.home}
          </a>
        </div>
      </main>
      <Foot />
    </div>
  )
}
