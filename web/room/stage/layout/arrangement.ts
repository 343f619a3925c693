import type { PeerId } from '../../../../protocol/ids.ts'
import type { PicturePriority } from '../../../../protocol/media/picture-priority.ts'
import type { Person, SharedScreen } from '../../../core/session/room-session.ts'
import type { Layout } from '../../../settings/layouts.ts'

/** Something that has a tile; `key` names it for as long as it is there. */
export type StageItem =
  | {
      readonly what: 'person'
      readonly key: string
      readonly person: Person
      /** Whether their picture is received, where there is one. */
      readonly live: boolean
      /** Whoever is looked at comes before the others where the network is narrow. */
      readonly priority: PicturePriority
    }
  | { readonly what: 'screen'; readonly key: string; readonly screen: SharedScreen }

/** What stands where: large in the middle, and small at its side; all alike where nothing is large. */
export interface Arrangement {
  readonly large: readonly StageItem[]
  readonly small: readonly StageItem[]
  /** Small, over a corner of the one who is large. */
  readonly corner: StageItem | null
}

interface ArrangementWishes {
  readonly layout: Layout
  /** The key of what one pinned. */
  readonly pinned: string | null
  readonly hidesSelf: boolean
  /** The key of whoever gave the large place to oneself, and has the corner: it is theirs again by another press. */
  readonly swapped: string | null
  /** Whose the large place is where one person has it. */
  readonly focus: PeerId | null
  /** Who spoke, the latest first. */
  readonly spoke: readonly PeerId[]
}

/** Cameras that are received at once at most (last-N): more are no faces any more, and a heavy load. */
export const MOST_LIVE = 24

type Face = Extract<StageItem, { what: 'person' }>

export const screenKey = ({ owner }: SharedScreen): string => `screen-${owner}`

const screenItem = (screen: SharedScreen): StageItem => ({
  what: 'screen',
  key: screenKey(screen),
  screen,
})

/**
 * What is large and what is small. What is pinned is alone large; then what others share, for that is what they talk
 * about; then, where two people meet, the other, with oneself small in a corner; then, unless all are alike, whoever speaks.
 * In the layout `speaker` nobody else is shown but oneself, small. One's own screen is in front of one already: it has
 * no place, unless it is pinned.
 */
export function arrange(
  people: readonly Person[],
  screens: readonly SharedScreen[],
  { layout, pinned, hidesSelf, swapped, focus, spoke }: ArrangementWishes,
): Arrangement {
  const live = livePeople(people, spoke, focus, pinned)
  const shown = people.filter((person) => !(person.self && hidesSelf && people.length > 1))
  const faces = shown.map(
    (person): Face => ({
      what: 'person',
      key: person.id,
      person,
      live: live.has(person.id),
      priority: person.id === focus || person.id === pinned ? 'speaker' : 'other',
    }),
  )
  const own = screens.filter((screen) => screen.self).map(screenItem)
  const shared = screens.filter((screen) => !screen.self).map(screenItem)

  const pin = [...faces, ...shared, ...own].find(({ key }) => key === pinned)
  const speaker = faces.length > 1 ? faces.find(({ key }) => key === focus) : undefined
  if (!pin && shared.length === 0 && speaker) {
    const pair = pairOf(faces, speaker, layout)
    if (pair)
      return swapped === pair.other.key ? inPair(pair.self, pair.other) : inPair(pair.other, pair.self)
  }
  const large = pin ? [pin] : shared.length > 0 ? shared : layout === 'grid' || !speaker ? [] : [speaker]
  if (large.length === 0) return { large, small: faces, corner: null }

  const rest = [...shared, ...faces].filter((item) => !large.includes(item))
  if (layout !== 'speaker') return { large, small: rest, corner: null }
  const speaks = large.some(({ what }) => what === 'screen') ? speaker : undefined
  return { large, small: rest.filter((item) => item === speaks || isSelf(item)), corner: null }
}

const isSelf = (item: StageItem): boolean => item.what === 'person' && item.person.self

/** Two of whom one is large, and the other in the corner: a meeting of two, or whoever speaks alone. */
function pairOf(
  faces: readonly Face[],
  speaker: Face,
  layout: Layout,
): { readonly other: Face; readonly self: Face } | null {
  if (layout === 'filmstrip' || (layout === 'grid' && faces.length > 2)) return null
  const self = faces.find(isSelf)
  return self && self !== speaker ? { other: speaker, self } : null
}

const inPair = (large: Face, corner: Face): Arrangement => ({ large: [large], small: [], corner })

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
