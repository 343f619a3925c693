/** How people are laid out: all alike; one large with the others beside; one alone. */
export const LAYOUTS = ['grid', 'filmstrip', 'speaker'] as const
export type Layout = (typeof LAYOUTS)[number]

export const nextLayout = (layout: Layout): Layout =>
  LAYOUTS[(LAYOUTS.indexOf(layout) + 1) % LAYOUTS.length] ?? 'grid'
