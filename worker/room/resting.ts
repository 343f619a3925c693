import type { PeerId, ProducerId } from '../../protocol/ids.ts'
import { KIND_OF_SOURCE } from '../../protocol/media.ts'
import { isThere, restPassage } from './passages.ts'
import type { Passage } from './state.ts'
import type { Turn } from './turn.ts'

/**
 * Lets a picture rest on its way through a pipe while nobody at the other end shows it, and go on as soon as somebody
 * does (X9). Voices never rest. Run at the end of every step, after the pipes were laid.
 */
export function restUnseen(turn: Turn): void {
  if (turn.head.pipes.length === 0) return
  const owners = pictureOwners(turn)
  for (const pipe of turn.head.pipes) {
    for (const passage of pipe.passages) {
      const owner = owners.get(passage.producer)
      const rests = owner !== undefined && !isShown(turn, passage, owner)
      if (isThere(passage) && rests !== passage.rests) restPassage(turn, pipe, passage, rests)
    }
  }
}

/** Who sends each picture. */
const pictureOwners = (turn: Turn): ReadonlyMap<ProducerId, PeerId> =>
  new Map(
    [...turn.peers.values()].flatMap(({ id, producers }) =>
      producers
        .filter(({ source }) => KIND_OF_SOURCE[source] === 'video')
        .map((producer) => [producer.id, id] as const),
    ),
  )

/** Whether anybody there shows it, or has not said yet what they show. */
const isShown = (turn: Turn, { producer, to }: Passage, owner: PeerId): boolean =>
  [...turn.peers.values()].some(
    ({ id, node, former, notShown }) =>
      id !== owner && (node === to || former?.node === to) && !notShown.includes(producer),
  )
