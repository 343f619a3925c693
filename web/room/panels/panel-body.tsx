import type { ComponentType, JSX } from 'preact'
import { MissingPart } from '../../features/newer-page/missing-part.tsx'
import type { PanelProps } from '../../features/panel/panel.ts'
import { useAfter } from '../../ui/hooks/use-after.ts'
import { lazilyWorded } from '../../ui/lazily-worded.tsx'
import { useWords } from '../../ui/page-context.ts'

const SAY_AFTER_MS = 300

/** What is in a panel: its code is fetched when it is first opened, and asked for again where it did not come. */
export const panelBody = (load: () => Promise<ComponentType<PanelProps>>) =>
  lazilyWorded(load, {
    meanwhile: () => <Coming />,
    failed: (tryAgain) => <MissingPart onTryAgain={tryAgain} />,
  })

function Coming(): JSX.Element | null {
  const { opening } = useWords()
  const say = useAfter('coming', SAY_AFTER_MS)
  return say ? <p role="status">{opening.waitForPanel}</p> : null
}
