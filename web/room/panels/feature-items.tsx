import { ChartBar, Disc, NotebookPen, Vote } from 'lucide'
import type { JSX } from 'preact'
import { PanelItem } from '../../features/panel/panel-item.tsx'
import { useWords } from '../../ui/page-context.ts'
import type { PanelProps } from './panels.ts'

/** The ways to what a room does together. */
export function TogetherItems({ open }: Pick<PanelProps, 'open'>): JSX.Element {
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
