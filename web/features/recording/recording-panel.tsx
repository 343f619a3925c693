import { useSignal } from '@preact/signals'
import { Disc } from 'lucide'
import type { JSX } from 'preact'
import { Icon } from '../../ui/icon.tsx'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useWords } from '../../ui/page-context.ts'
import { fileNameOf, saveFile } from '../../ui/save-file.ts'
import type { PanelProps } from '../panel/panel.ts'
import { recorderStateOf } from './recorder-state.ts'
import type { RecordedPart } from './recording-payload.ts'
import { RECORDING_MEMORY_MAX_BYTES, type RecordingFile, writesToDisk } from './recording-sink.ts'
import { record, recordedType } from './room-recorder.ts'

const MEGABYTE = 1024 * 1024
const PARTS = ['room', 'own'] as const

/** Recording to one's own disk. */
export function RecordingPanel(props: PanelProps): JSX.Element {
  const { recording } = useFurtherWords()
  const state = recorderStateOf(props.session).value
  if (recordedType() === null) return <p>{recording.unsupported}</p>
  return (
    <div class="stack">
      <p class="quiet">{recording.hint}</p>
      {state.at === 'recording' && <p>{recording.running}</p>}
      {state.at === 'starting' && <p role="status">{recording.starting}</p>}
      {state.at === 'saving' && <p role="status">{recording.saving}</p>}
      {state.at === 'ended' && (
        <div class="stack tight" role="status" data-ended={state.why}>
          <p>{recording.ended[state.why]}</p>
          {state.saveAgain && (
            <button
              type="button"
              class="button small start"
              data-action="save-recording"
              onClick={state.saveAgain}
            >
              {recording.saveAgain}
            </button>
          )}
        </div>
      )}
      {(state.at === 'idle' || state.at === 'ended') && <StartForm {...props} />}
    </div>
  )
}

function StartForm({ session, localMedia, room }: PanelProps): JSX.Element {
  const { title } = useWords().recording
  const { recording } = useFurtherWords()
  const what = useSignal<RecordedPart>('room')
  const begin = (): void => {
    const file = (extension: string): RecordingFile => ({
      name: fileNameOf(room, recording.fileName, extension),
      save: saveFile,
    })
    record({ session, localMedia, what: what.value, file }).catch(reportError)
  }
  const hints = { room: recording.roomHint, own: recording.ownHint }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        begin()
      }}
    >
      <fieldset class="plain stack tight">
        <legend class="visually-hidden">{title}</legend>
        {PARTS.map((part) => (
          <label key={part} class="check">
            <input
              type="radio"
              name="recorded"
              value={part}
              checked={what.value === part}
              onChange={() => {
                what.value = part
              }}
            />
            <span>
              {recording[part]}
              <small>{hints[part]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="quiet">
        {recording.keepOpen}{' '}
        {!writesToDisk() && recording.toMemory(Math.floor(RECORDING_MEMORY_MAX_BYTES / MEGABYTE))}
      </p>
      <button type="submit" class="button honey" data-action="start-recording">
        <Icon node={Disc} />
        {recording.start}
      </button>
    </form>
  )
}
