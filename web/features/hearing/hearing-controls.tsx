import { VolumeX } from 'lucide'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import type { Person, RoomSession } from '../../core/session/room-session.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useDictionary } from '../../ui/page-context.ts'
import { Switch } from '../../ui/switches/switch.tsx'
import { type Hearing, hearingOf } from './hearing.ts'

interface HearingControlsProps {
  readonly person: Person
  readonly session: RoomSession
}

/** How loud somebody is played to us, and nobody else; their screen by itself, as a film may be too loud beside a voice. */
export function HearingControls({ person, session }: HearingControlsProps): JSX.Element {
  const { people: words } = useFurtherWords()
  const { id } = person
  const control = hearingOf(session)
  const hearing = control.of(id)
  const sounds = session.view.value.screens.some((screen) => screen.owner === id && screen.audio !== null)
  const change = (to: Partial<Hearing>): void => control.hear(id, to)
  return (
    <div class="hearing">
      {canSetVolume() && (
        <Volume
          of="voice"
          label={words.volume}
          value={hearing.voice}
          onChange={(voice) => change({ voice })}
        />
      )}
      {canSetVolume() && sounds && (
        <Volume
          of="screen"
          label={words.screenVolume}
          value={hearing.screen}
          onChange={(screen) => change({ screen })}
        />
      )}
      <Switch
        action="silence"
        icon={VolumeX}
        label={words.silence}
        hint={words.silenceHint}
        on={hearing.silenced}
        onChange={(silenced) => change({ silenced })}
      />
    </div>
  )
}

/** Telephones of Apple leave the volume to their keys. */
function canSetVolume(): boolean {
  const probe = new Audio()
  probe.volume = 0.5
  return probe.volume === 0.5
}

interface VolumeProps {
  readonly of: 'voice' | 'screen'
  readonly label: string
  /** From 0 to 1. */
  readonly value: number
  readonly onChange: (value: number) => void
}

const STEPS = 20

function Volume({ of, label, value, onChange }: VolumeProps): JSX.Element {
  const { language } = useDictionary()
  const id = useId()
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(value)
  return (
    <div class="volume">
      <label for={id}>{label}</label>
      <output for={id}>{percent}</output>
      <input
        id={id}
        type="range"
        data-volume={of}
        min={0}
        max={STEPS}
        value={value * STEPS}
        aria-valuetext={percent}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber / STEPS)}
      />
    </div>
  )
}
