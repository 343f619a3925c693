import type { JSX } from 'preact'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import { Badge } from '../../ui/badge.tsx'
import { useAfter } from '../../ui/hooks/use-after.ts'
import { useSettings, useWords } from '../../ui/page-context.ts'
import { Picture } from '../../ui/picture.tsx'
import { CameraButton, MicrophoneButton } from './device-buttons.tsx'
import { isMirrored } from './is-mirrored.ts'
import { LevelMeter } from './level-meter.tsx'
import { CaptureProblems } from './problems/capture-problems.tsx'
import { TurnCamera } from './turn-camera.tsx'

/** One's own picture and level, with what turns them on and off. */
export function Preview({
  localMedia,
  name,
}: {
  readonly localMedia: LocalMedia | null
  readonly name: string
}): JSX.Element {
  const { before } = useWords()
  const settings = useSettings()
  const camera = localMedia?.camera.value
  const starting = camera === undefined || camera.pending
  const asking = useAfter(starting && camera?.treating !== true ? 'starting' : null, 1_000)
  const track = camera?.track ?? null
  return (
    <>
      <div class="preview-frame">
        {camera !== undefined && track !== null ? (
          <Picture track={track} mirrored={isMirrored(settings.value.value, camera)} />
        ) : (
          <div class="preview-empty">
            {name !== '' && <Badge name={name} />}
            <p class={starting ? 'after-a-while' : undefined}>
              {starting ? before.cameraStarting : before.cameraOff}
            </p>
            {asking && <p>{before.allow}</p>}
          </div>
        )}
        {localMedia !== null && (
          <div class="tile-tools shown">
            <TurnCamera localMedia={localMedia} />
          </div>
        )}
      </div>
      {localMedia !== null && (
        <>
          <div class="preview-tools">
            <MicrophoneButton localMedia={localMedia} />
            <CameraButton localMedia={localMedia} />
          </div>
          {localMedia.microphone.value.problem === null && <LevelMeter localMedia={localMedia} />}
          <CaptureProblems localMedia={localMedia} />
        </>
      )}
    </>
  )
}
