import { useSignal } from '@preact/signals'
import { CalendarPlus } from 'lucide'
import type { JSX } from 'preact'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import { Icon } from '../../ui/icon.tsx'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { calendarFile, REPETITIONS, type Repetition } from './calendar-file.ts'
import { fromLocalField, nextFullHour, toLocalField } from './local-moment.ts'
import { ownTimeZone } from './time-zone.ts'

const LENGTHS_MIN = [15, 30, 45, 60, 90, 120, 180, 240] as const

interface CalendarFormProps {
  readonly room: RoomName
  readonly link: string
}

/** A meeting at a chosen time, as a file that calendars open. */
export function CalendarForm({ room, link }: CalendarFormProps): JSX.Element {
  const { invite } = useFurtherWords()
  const start = useSignal(toLocalField(nextFullHour(Date.now())))
  const minutes = useSignal<(typeof LENGTHS_MIN)[number]>(60)
  const repetition = useSignal<Repetition>('never')
  const at = fromLocalField(start.value)
  const save = (event: Event): void => {
    event.preventDefault()
    if (at === null) return
    const file = calendarFile({
      title: invite.subject(room),
      text: invite.text(link),
      link,
      start: at,
      minutes: minutes.value,
      repetition: repetition.value,
      timeZone: ownTimeZone(),
      id: `${crypto.randomUUID()}@essaim`,
      now: Date.now(),
    })
    saveFile(new Blob([file], { type: 'text/calendar;charset=utf-8' }), `${room}.ics`)
  }
  return (
    <form class="stack tight" onSubmit={save}>
      <label class="field">
        <span class="field-name">{invite.when}</span>
        <input
          type="datetime-local"
          name="meeting-start"
          required
          value={start.value}
          onInput={(event) => {
            start.value = event.currentTarget.value
          }}
        />
      </label>
      <Choice
        name="meeting-length"
        title={invite.length}
        options={LENGTHS_MIN}
        chosen={minutes.value}
        onChoose={(length) => {
          minutes.value = length
        }}
        wordsFor={invite.minutes}
      />
      <Choice
        name="meeting-repetition"
        title={invite.repeats}
        options={REPETITIONS}
        chosen={repetition.value}
        onChoose={(one) => {
          repetition.value = one
        }}
        wordsFor={(one) => invite.repetitions[one]}
      />
      <button type="submit" class="button start" data-action="calendar" disabled={at === null}>
        <Icon node={CalendarPlus} />
        {invite.calendar}
      </button>
    </form>
  )
}

interface ChoiceProps<Of extends string | number> {
  readonly name: string
  readonly title: string
  readonly options: readonly Of[]
  readonly chosen: Of
  readonly onChoose: (one: Of) => void
  readonly wordsFor: (one: Of) => string
}

function Choice<Of extends string | number>(props: ChoiceProps<Of>): JSX.Element {
  const { name, title, options, chosen, onChoose, wordsFor } = props
  return (
    <label class="field">
      <span class="field-name">{title}</span>
      <select
        name={name}
        value={chosen}
        onChange={(event) => {
          const { value } = event.currentTarget
          const one = options.find((option) => String(option) === value)
          if (one !== undefined) onChoose(one)
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {wordsFor(option)}
          </option>
        ))}
      </select>
    </label>
  )
}
