import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { OpenedKnock } from '../../core/encryption/opened.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Attempt } from '../../ui/hooks/use-attempt.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useDictionary, useWords } from '../../ui/page-context.ts'
import type { DoorControl } from './door-control.ts'

interface KnocksProps {
  readonly door: DoorControl
  readonly knocks: readonly OpenedKnock[]
  readonly attempt: Attempt['attempt']
}

/** Who waits in the lobby, each with a yes and a no. */
export function Knocks({ door, knocks, attempt }: KnocksProps): JSX.Element {
  const { language, words } = useDictionary()
  const { door: further } = useFurtherWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' })
  /** The button that was pressed goes with the person that it was for: the focus does not. */
  const decide = (act: () => Promise<void>): void => {
    heading.current?.focus()
    attempt(act)
  }
  return (
    <section class="stack knocks">
      <div class="row">
        <h3 ref={heading} tabIndex={-1} aria-live="polite">
          {knocks.length === 0 ? further.nobodyWaits : words.door.waiting(knocks.length)}
        </h3>
        {knocks.length > 1 && (
          <button
            type="button"
            class="button small"
            data-action="admit-all"
            onClick={() => decide(() => door.admit(null))}
          >
            {further.admitAll}
          </button>
        )}
      </div>
      {knocks.length > 0 && (
        <ul class="people knock-list">
          {knocks.map((knock) => (
            <KnockRow
              key={knock.id}
              knock={knock}
              since={further.since(time.format(knock.at))}
              onAdmit={() => decide(() => door.admit(knock.id))}
              onDeny={() => decide(() => door.deny(knock.id))}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

interface KnockRowProps {
  readonly knock: OpenedKnock
  readonly since: string
  readonly onAdmit: () => void
  readonly onDeny: () => void
}

function KnockRow({ knock, since, onAdmit, onDeny }: KnockRowProps): JSX.Element {
  const { admit, admitName } = useWords().door
  const { deny, denyName } = useFurtherWords().door
  return (
    <li class="person knock" data-knock={knock.name}>
      <Badge name={knock.name} />
      <div class="person-text">
        <span class="name">{knock.name}</span>
        <small>{since}</small>
      </div>
      <div class="choices">
        <button
          type="button"
          class="button small"
          data-action="admit"
          aria-label={admitName(knock.name)}
          onClick={onAdmit}
        >
          {admit}
        </button>
        <button
          type="button"
          class="button small"
          data-action="deny"
          aria-label={denyName(knock.name)}
          onClick={onDeny}
        >
          {deny}
        </button>
      </div>
    </li>
  )
}
