import type { PeerId } from '../../../protocol/ids.ts'
import type { PictureRank } from '../../../protocol/picture-rank.ts'
import type { Person, SharedScreen } from '../../session/room-session.ts'
import type { Layout } from '../../settings/layouts.ts'

/** Something that has a tile; `key` names it for as long as it is there. */
export type StageItem =
  | {
      readonly what: 'person'
      readonly key: string
      readonly person: Person
      /** Whether their picture is received, where there is one. */
      readonly live: boolean
      /** Whoever is looked at comes before the others where the network is narrow. */
      readonly rank: PictureRank
    }
  | { readonly what: 'screen'; readonly key: string; readonly screen: SharedScreen }

/** What stands where: large in the middle, and small at its side; all alike where nothing is large. */
export interface Arrangement {
  readonly large: readonly StageItem[]
  readonly small: readonly StageItem[]
}

interface ArrangementWishes {
  readonly layout: Layout
  /** The key of what one pinned. */
  readonly pinned: string | null
  readonly hidesSelf: boolean
  /** Whose the large place is where one person has it. */
  readonly focus: PeerId | null
  /** Who spoke, the latest first. */
  readonly spoke: readonly PeerId[]
}

/** Cameras that are received at once at most (last-N): more are no faces any more, and a heavy load. */
export const MOST_LIVE = 24

const screenItem = (screen: SharedScreen): StageItem => ({
  what: 'screen',
  key: `screen-${screen.owner}`,
  screen,
})

/**
 * What is large and what is small. What is pinned is alone large; then what others share, for that is what they talk
 * about; then, unless all are alike, whoever speaks. In the layout `speaker` nobody else is shown but oneself, small.
 */
export function arrange(
  people: readonly Person[],
  screens: readonly SharedScreen[],
  { layout, pinned, hidesSelf, focus, spoke }: ArrangementWishes,
): Arrangement {
  const live = livePeople(people, spoke, focus, pinned)
  const shown = people.filter((person) => !(person.self && hidesSelf && people.length > 1))
  const faces = shown.map(
    (person): StageItem => ({
      what: 'person',
      key: person.id,
      person,
      live: live.has(person.id),
      rank: person.id === focus || person.id === pinned ? 'speaker' : 'other',
    }),
  )
  // One's own screen is in front of one already: small is enough.
  const own = screens.filter((screen) => screen.self).map(screenItem)
  const shared = screens.filter((screen) => !screen.self).map(screenItem)

  const pin = [...faces, ...shared, ...own].find(({ key }) => key === pinned)
  const speaker = faces.length > 1 ? faces.find(({ key }) => key === focus) : undefined
  const large = pin ? [pin] : shared.length > 0 ? shared : layout === 'grid' || !speaker ? [] : [speaker]
  if (large.length === 0) return { large, small: [...own, ...faces] }

  const rest = [...shared, ...own, ...faces].filter((item) => !large.includes(item))
  if (layout !== 'speaker') return { large, small: rest }
  const speaks = large.some(({ what }) => what === 'screen') ? speaker : undefined
  return { large, small: rest.filter((item) => item === speaks || isOwn(item)) }
}

const isOwn = (item: StageItem): boolean => (item.what === 'person' ? item.person.self : item.screen.self)

/** Whose camera is received: all of a small room; in a large one whoever is looked at, whoever spoke last, then who was first. */
function livePeople(
  people: readonly Person[],
  spoke: readonly PeerId[],
  focus: PeerId | null,
  pinned: string | null,
): ReadonlySet<string> {
  const others = people.filter((person) => !person.self && person.camera !== null).map(({ id }) => id)
  const self = people.filter((person) => person.self).map(({ id }) => id)
  if (others.length <= MOST_LIVE) return new Set(people.map(({ id }) => id))
  const first = [pinned, focus, ...spoke].filter((id) => others.some((other) => other === id))
  return new Set<string>([
    ...self,
    ...[...new Set<string | null>([...first, ...others])].flatMap((id) => id ?? []).slice(0, MOST_LIVE),
  ])
}
