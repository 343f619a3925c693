import type { ComponentChildren, JSX } from 'preact'

interface SettingsGroupProps {
  readonly title: string
  /** Its place among the headings of the view. */
  readonly level: 2 | 3
  readonly children: ComponentChildren
}

/** Settings that belong together, under a heading. */
export function SettingsGroup({ title, level, children }: SettingsGroupProps): JSX.Element {
  const Heading = `h${level}` as const
  return (
    <section class="settings stack">
      <Heading class="settings-title">{title}</Heading>
      {children}
    </section>
  )
}
