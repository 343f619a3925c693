import { useSignal } from '@preact/signals'
import { CalendarPlus } from 'lucide'
import type { JSX } from 'preact'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/page-context.ts'
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
  const { invite } = useWords()
  const start = useSignal(toLocalField(nextFullHour(Date.now())))
  const minutes = useSignal(60)
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
      <label class="field">
        <span class="field-name">{invite.length}</span>
        <select
          name="meeting-length"
          value={minutes.value}
          onChange={(event) => {
            minutes.value = Number(event.currentTarget.value)
          }}
        >
          {LENGTHS_MIN.map((length) => (
            <option key={length} value={length}>
              {invite.minutes(length)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="field-name">{invite.repeats}</span>
        <select
          name="meeting-repetition"
          value={repetition.value}
          onChange={(event) => {
            repetition.value = REPETITIONS.find((one) => one === event.currentTarget.value) ?? 'never'
          }}
        >
          {REPETITIONS.map((one) => (
            <option key={one} value={one}>
              {invite.repetitions[one]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="button start" data-action="calendar" disabled={at === null}>
        <Icon node={CalendarPlus} />
        {invite.calendar}
      </button>
    </form>
  )
}
