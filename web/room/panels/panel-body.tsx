import type { ComponentType, JSX } from 'preact'
import { MissingPart } from '../../features/newer-page/missing-part.tsx'
import type { PanelProps } from '../../features/panel/panel.ts'
import { useAfter } from '../../ui/hooks/use-after.ts'
import { lazily } from '../../ui/lazily.tsx'
import { lazilyWorded } from '../../ui/lazily-worded.tsx'
import { useWords } from '../../ui/page-context.ts'

const SAY_AFTER_MS = 300

type Load = () => Promise<ComponentType<PanelProps>>

const INSTEAD: Parameters<typeof lazily>[1] = {
  meanwhile: () => <Coming />,
  failed: (tryAgain) => <MissingPart onTryAgain={tryAgain} />,
}

/** What is in a panel: its code and words are fetched when it is first opened, and asked for again where they did not come. */
export const panelBody = (load: Load) => lazilyWorded(load, INSTEAD)

/** What is in a panel that is fetched in every call before anybody opens it: it says what a call says, and brings no words. */
export const bodyAhead = (load: Load) => lazily(load, INSTEAD)

function Coming(): JSX.Element | null {
  const { opening } = useWords()
  const say = useAfter('coming', SAY_AFTER_MS)
  return say ? <p role="status">{opening.waitForPanel}</p> : null
}
