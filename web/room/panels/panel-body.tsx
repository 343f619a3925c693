import { useSignal } from '@preact/signals'
import type { ComponentType, JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { PanelName, PanelProps } from '../../features/panel/panel.ts'
import { useAfter } from '../../ui/hooks/use-after.ts'
import { useWords } from '../../ui/page-context.ts'
import { panelOf } from './panels.ts'

const SAY_AFTER_MS = 300

/** Panels that have been loaded are there at once when they are opened again. */
const loaded = new Map<PanelName, ComponentType<PanelProps>>()

async function load(name: PanelName): Promise<ComponentType<PanelProps>> {
  const panel = await panelOf(name).load()
  loaded.set(name, panel)
  return panel
}

/** Fetches a panel's code before somebody wants it. */
export function prepare(name: PanelName): void {
  load(name).catch((error) => console.info('panel:', error))
}

/** What is in a panel, as soon as its code is here. */
export function PanelBody({ name, ...props }: PanelProps & { readonly name: PanelName }): JSX.Element | null {
  const { opening } = useWords()
  const arrived = useSignal(0)
  const failed = useSignal(false)
  const tries = useSignal(0)
  const Body = loaded.get(name)
  const say = useAfter(Body ? null : name, SAY_AFTER_MS)
  useEffect(() => {
    if (loaded.has(name)) return
    failed.value = false
    load(name).then(
      () => {
        arrived.value += 1
      },
      (error: unknown) => {
        failed.value = true
        reportError(error)
      },
    )
  }, [name, arrived, failed, tries.value])
  // Read, so that the arrival draws this again.
  void arrived.value
  if (Body) return <Body {...props} />
  if (failed.value)
    return (
      <div class="stack" role="alert">
        <p>{opening.failedText}</p>
        <button
          type="button"
          class="button"
          onClick={() => {
            tries.value += 1
          }}
        >
          {opening.tryAgain}
        </button>
      </div>
    )
  return say ? <p role="status">{opening.waitForPanel}</p> : null
}
