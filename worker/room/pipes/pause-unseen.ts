import type { PeerId, ProducerId } from '../../../protocol/ids.ts'
import { KIND_OF_SOURCE } from '../../../protocol/media/session.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PipedProducer } from '../core/media-state.ts'
import { isThere, setPipedProducerPaused } from './piped-producers.ts'

/**
 * Pauses a picture on its way through a pipe while nobody at the other end shows it, and resumes it as soon as somebody
 * does (X9). Voices are never paused. A pass of every step, after the pipes were laid.
 */
export function pauseUnseen(draft: RoomDraft): void {
  if (draft.head.pipes.length === 0) return
  const owners = pictureOwners(draft)
  for (const pipe of draft.head.pipes) {
    for (const piped of pipe.pipedProducers) {
      const owner = owners.get(piped.producer)
      const paused = owner !== undefined && !isShown(draft, piped, owner)
      if (isThere(piped) && paused !== piped.paused) setPipedProducerPaused(draft, pipe, piped, paused)
    }
  }
}

/** Who sends each picture. */
const pictureOwners = (draft: RoomDraft): ReadonlyMap<ProducerId, PeerId> =>
  new Map(
    [...draft.peers.values()].flatMap(({ id, producers }) =>
      producers
        .filter(({ source }) => KIND_OF_SOURCE[source] === 'video')
        .map((producer) => [producer.id, id] as const),
    ),
  )

/** Whether anybody there shows it, or has not said yet what they show. */
const isShown = (draft: RoomDraft, { producer, to }: PipedProducer, owner: PeerId): boolean =>
  [...draft.peers.values()].some(
    ({ id, node, migratingFrom, notShown }) =>
      id !== owner && (node === to || migratingFrom?.node === to) && !notShown.includes(producer),
  )
