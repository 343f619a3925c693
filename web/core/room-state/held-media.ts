import type { PeerId, ProducerId } from '../../../protocol/ids.ts'
import type { MediaSource } from '../../../protocol/media/session.ts'
import type { OpenedPeer } from '../encryption/opened.ts'
import type { Received } from '../media/receiving/consumers.ts'

/** A picture that stands still. */
interface HeldPicture {
  readonly peer: PeerId
  readonly source: MediaSource
  readonly track: MediaStreamTrack
}

/**
 * What is gone with a node, and likely to come again from another in a moment: until then everybody looks as before, and
 * nobody is seen to mute or to turn off a camera.
 */
export interface HeldMedia {
  readonly producers: ReadonlySet<ProducerId>
  readonly pictures: readonly HeldPicture[]
}

export const NOTHING_HELD: HeldMedia = { producers: new Set(), pictures: [] }

/**
 * Holds, besides what is held already, what these people sent, and all pictures that are received: one's own way to them may
 * be gone, too.
 */
export function hold(
  held: HeldMedia,
  lost: readonly PeerId[],
  peers: readonly OpenedPeer[],
  received: readonly Received[],
): HeldMedia {
  const gone = peers.filter(({ id }) => lost.includes(id)).flatMap(({ producers }) => producers)
  const pictures = peers.flatMap(({ id: peer, producers }) =>
    producers.flatMap(({ id, source }) =>
      received
        .filter(({ producer, kind }) => producer === id && kind === 'video')
        .map(({ track }) => ({ peer, source, track })),
    ),
  )
  return {
    producers: new Set([...held.producers, ...gone.map(({ id }) => id)]),
    // Of who is lost twice in a row, what was seen last.
    pictures: [...pictures, ...held.pictures],
  }
}

/** Where that picture stands still; null where it is not held. */
export const heldPicture = (held: HeldMedia, peer: PeerId, source: MediaSource): MediaStreamTrack | null =>
  held.pictures.find((picture) => picture.peer === peer && picture.source === source)?.track ?? null

/** People without what is held of them: of that source of that person, or of everything where none is named. */
export function withoutHeld(
  peers: readonly OpenedPeer[],
  { producers: gone }: HeldMedia,
  returned?: { readonly peer: PeerId; readonly source: MediaSource },
): readonly OpenedPeer[] {
  if (gone.size === 0) return peers
  const ends = (peer: PeerId, source: MediaSource): boolean =>
    returned === undefined || (returned.peer === peer && returned.source === source)
  return peers.map((peer) => {
    const producers = peer.producers.filter(({ id, source }) => !(gone.has(id) && ends(peer.id, source)))
    return producers.length === peer.producers.length ? peer : { ...peer, producers }
  })
}
