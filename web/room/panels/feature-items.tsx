import { ChartBar, Disc, NotebookPen, Vote } from 'lucide'
import type { JSX } from 'preact'
import type { PanelProps } from '../../features/panel/panel.ts'
import { PanelItem } from '../../features/panel/panel-item.tsx'
import { useWords } from '../../ui/page-context.ts'

/** The ways to what a room does together. */
export function FeatureItems({ open }: Pick<PanelProps, 'open'>): JSX.Element {
  const { notes, polls, recording, speakingTime } = useWords()
  return (
    <>
      <PanelItem open={open} name="polls" icon={Vote} title={polls.title} />
      <PanelItem open={open} name="notes" icon={NotebookPen} title={notes.title} />
      <PanelItem open={open} name="recording" icon={Disc} title={recording.title} />
      <PanelItem open={open} name="speaking-time" icon={ChartBar} title={speakingTime.title} />
    </>
  )
}
