import * as v from 'valibot'
import { LinkDevices } from '../../protocol/http/link-devices.ts'
import type { RoomName } from '../../protocol/names/room-name.ts'
import { tryStorage } from '../settings/storage.ts'

/** What the browser says of how one came to this page. */
export interface Arrival {
  /** This page's origin. */
  readonly origin: string
  /** `document.referrer`: a stranger can leave it out, and never put ours there. Empty where there is none. */
  readonly referrer: string
  /** The origins of the pages that this one is embedded in, the nearest first; null where one of them cannot be known. */
  readonly within: readonly string[] | null
  /** Whether this is the same page as before, loaded again. */
  readonly reloaded: boolean
}

/** Whether a link may turn devices on (J10). */
export interface LinkTrust {
  /** Whether a page of this edge led here: it needs nobody's leave. */
  readonly own: boolean
  /** Asks whether the operator allows it. No, where that is not answered. */
  allowed(room: RoomName): Promise<boolean>
  /** The person turned a device on in this room: loaded again, the page need not ask once more. */
  accept(room: RoomName): void
  accepted(room: RoomName): boolean
}

const originOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).origin : null)

/** Whether a page of our own led here, and nobody else's is around us. */
export const isOwnLink = ({ origin, referrer, within }: Arrival): boolean =>
  originOf(referrer) === origin && within !== null && within.every((outer) => outer === origin)

/** The part of `window` that tells of an arrival. */
export interface ArrivalWindow {
  readonly location: { readonly origin: string; readonly ancestorOrigins?: DOMStringList }
  readonly document: { readonly referrer: string }
  readonly performance: Pick<Performance, 'getEntriesByType'>
  readonly parent: unknown
}

export function arrivalAt(here: ArrivalWindow): Arrival {
  const { location, document, performance } = here
  return {
    origin: location.origin,
    referrer: document.referrer,
    within: here.parent === here ? [] : outerOrigins(location, document.referrer),
    reloaded: performance
      .getEntriesByType('navigation')
      .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'reload'),
  }
}

/**
 * HTML §7.2.4 (`ancestorOrigins`). Where a browser does not have it, the referrer names whoever embeds us, and nobody
 * where it is our own: we went on within the frame, and it does not tell whose frame that is.
 */
function outerOrigins(
  { origin, ancestorOrigins }: ArrivalWindow['location'],
  referrer: string,
): readonly string[] | null {
  if (ancestorOrigins) return [...ancestorOrigins]
  const embedder = originOf(referrer)
  return embedder === null || embedder === origin ? null : [embedder]
}

/** In the tab's memory: the room in which a device was turned on by hand. */
const ACCEPTED_KEY = 'essaim.turned-on'

export function linkTrust(arrival: Arrival, storage: () => Pick<Storage, 'getItem' | 'setItem'>): LinkTrust {
  const acceptedHere = new Set<RoomName>()
  const { within } = arrival
  return {
    own: isOwnLink(arrival),
    allowed: async (room) => {
      if (within === null) return false
      try {
        const query = new URLSearchParams(within.map((origin) => ['within', origin]))
        const response = await fetch(`/api/rooms/${encodeURIComponent(room)}/link?${query}`)
        if (!response.ok) throw new Error(`the edge answered ${response.status}`)
        return v.parse(LinkDevices, await response.json()).turnsDevicesOn
      } catch (error) {
        console.warn('links: not known whether devices may be turned on', error)
        return false
      }
    },
    accept: (room) => {
      acceptedHere.add(room)
      tryStorage(() => storage().setItem(ACCEPTED_KEY, room), undefined)
    },
    accepted: (room) =>
      acceptedHere.has(room) ||
      // A stranger can lead here again, but not load again what is here; within another page, they can.
      (arrival.reloaded &&
        within?.length === 0 &&
        tryStorage(() => storage().getItem(ACCEPTED_KEY), null) === room),
  }
}
