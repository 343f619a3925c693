import { GalleryVerticalEnd, type IconNode, LayoutGrid, Square } from 'lucide'
import type { JSX } from 'preact'
import { LAYOUTS, type Layout } from '../../settings/layouts.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSettings, useWords } from '../../ui/page-context.ts'

const ICONS: Record<Layout, IconNode> = { grid: LayoutGrid, filmstrip: GalleryVerticalEnd, speaker: Square }

/** How people are laid out: one of three. */
export function LayoutChoice(): JSX.Element {
  const settings = useSettings()
  const { layout: words } = useWords()
  const { layout } = settings.value.value
  return (
    <fieldset class="layout-choice">
      <legend>{words.title}</legend>
      {LAYOUTS.map((each) => (
        <label key={each} data-action={`layout-${each}`}>
          <input
            type="radio"
            name="layout"
            class="visually-hidden"
            checked={each === layout}
            onChange={() => settings.change({ layout: each })}
          />
          <Icon node={ICONS[each]} />
          <span>{words.names[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}
