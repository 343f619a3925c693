import type { Settings } from '../../web/settings/settings-schema.ts'

/** One way to look at a large room. */
export interface Contestant {
  readonly name: string
  readonly title: string
  readonly settings: Partial<Settings>
  /** Whether the page tells the edge what it shows; where it does not, it gets all that there is. */
  readonly tells: boolean
  /** Whether somebody looks at the page. */
  readonly visible: boolean
}

const looking = { tells: true, visible: true } as const

/** The reference comes first. */
export const CONTESTANTS: readonly Contestant[] = [
  { name: 'everything', title: 'everything', settings: {}, tells: false, visible: true },
  { name: 'grid', title: 'grid', settings: { layout: 'grid' }, ...looking },
  { name: 'filmstrip', title: 'speaker and others', settings: { layout: 'filmstrip' }, ...looking },
  { name: 'speaker', title: 'speaker alone', settings: { layout: 'speaker' }, ...looking },
  { name: 'low', title: 'grid, low quality', settings: { layout: 'grid', quality: 'low' }, ...looking },
  { name: 'audio', title: 'audio only', settings: { layout: 'grid', quality: 'audio' }, ...looking },
  { name: 'hidden', title: 'another tab', settings: { layout: 'grid' }, tells: true, visible: false },
]
