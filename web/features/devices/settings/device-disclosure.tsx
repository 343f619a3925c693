import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { LocalMedia } from '../../../core/capture/local-media.ts'
import { lazilyWorded } from '../../../ui/lazily-worded.tsx'
import { useWords } from '../../../ui/page-context.ts'

const DeviceSettings = lazilyWorded(async () => (await import('./device-settings.tsx')).DeviceSettings)

/** The settings of one's devices before joining: fetched when somebody looks for them. */
export function DeviceDisclosure({ localMedia }: { readonly localMedia: LocalMedia }): JSX.Element {
  const { before } = useWords()
  const opened = useSignal(false)
  return (
    <details
      onToggle={() => {
        opened.value = true
      }}
    >
      <summary>{before.devices}</summary>
      {opened.value && <DeviceSettings localMedia={localMedia} />}
    </details>
  )
}
