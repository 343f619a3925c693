import { ChartBar, ChevronRight, Disc, type IconNode, NotebookPen, Vote } from 'lucide'
import type { JSX } from 'preact'
import { useWords } from '../page-context.ts'
import { Icon } from '../parts/icon.tsx'
import type { PanelName, PanelProps } from './panels.ts'

/** The ways to what a room does together. */
export function TogetherItems({ open }: Pick<PanelProps, 'open'>): JSX.Element {
  const { notes, polls, recording, speakingTime } = useWords()
  const items: readonly (readonly [PanelName, IconNode, string])[] = [
    ['polls', Vote, polls.title],
    ['notes', NotebookPen, notes.title],
    ['recording', Disc, recording.title],
    ['speaking-time', ChartBar, speakingTime.title],
  ]
  return (
    <>
      {items.map(([name, icon, title]) => (
        <li key={name}>
          <button
            type="button"
            data-action={name}
            onClick={() => {
              open.value = name
            }}
          >
            <Icon node={icon} />
            <span>{title}</span>
            <Icon node={ChevronRight} along />
          </button>
        </li>
      ))}
    </>
  )
}
