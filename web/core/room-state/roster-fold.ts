import type { PeerId, ProducerId } from '../../../protocol/ids.ts'
import type { ProducerInfo } from '../../../protocol/media/session.ts'
import type { OpenedEvent, OpenedPeer } from '../encryption/opened.ts'

type Peers = readonly OpenedPeer[]
type RosterEvent = Exclude<
  OpenedEvent,
  {
    event:
      | 'room-settings-changed'
      | 'media-started'
      | 'media-lost'
      | 'migration-started'
      | 'migration-ended'
      | 'consumer-added'
      | 'ice-servers-changed'
      | 'group-changed'
      | 'message'
      | 'message-cleared'
      | 'source-stopped'
      | 'unmute-asked'
      | 'knocked'
      | 'knock-ended'
  }
>

/** Who is in the room, and what they send, after an event; the same array where nothing changed. */
export function foldRoster(peers: Peers, event: RosterEvent): Peers {
  switch (event.event) {
    case 'peer-joined':
      return [...peers.filter(({ id }) => id !== event.peer.id), event.peer]
    case 'peer-left':
      return withoutPeer(peers, event.peer)
    case 'cut-off-changed':
      return peers.map((peer) => (event.peers.includes(peer.id) ? withCutOff(peer, event.cutOff) : peer))
    case 'peer-renamed':
      return changePeer(peers, event.peer, (peer) => ({ ...peer, name: event.name }))
    case 'peer-role-changed':
      return changePeer(peers, event.peer, (peer) => ({ ...peer, role: event.role }))
    case 'producer-added':
      return changeProducers(peers, event.peer, (producers) => [
        ...producers.filter(({ id }) => id !== event.producer.id),
        event.producer,
      ])
    case 'producer-changed':
      return changeProducers(peers, event.peer, (producers) =>
        setPaused(producers, event.producer, event.paused),
      )
    case 'producer-removed':
      return changeProducers(peers, event.peer, (producers) =>
        producers.filter(({ id }) => id !== event.producer),
      )
    default:
      return event satisfies never
  }
}

function withCutOff({ cutOff: _before, ...peer }: OpenedPeer, cutOff: boolean): OpenedPeer {
  return cutOff ? { ...peer, cutOff } : peer
}

function withoutPeer(peers: Peers, id: PeerId): Peers {
  return peers.some((peer) => peer.id === id) ? peers.filter((peer) => peer.id !== id) : peers
}

function changePeer(peers: Peers, id: PeerId, change: (peer: OpenedPeer) => OpenedPeer): Peers {
  if (!peers.some((peer) => peer.id === id)) return peers
  return peers.map((peer) => (peer.id === id ? change(peer) : peer))
}

function changeProducers(
  peers: Peers,
  id: PeerId,
  change: (producers: readonly ProducerInfo[]) => ProducerInfo[],
): Peers {
  return changePeer(peers, id, (peer) => ({ ...peer, producers: change(peer.producers) }))
}

function setPaused(producers: readonly ProducerInfo[], id: ProducerId, paused: boolean): ProducerInfo[] {
  return producers.map((producer) => (producer.id === id ? { ...producer, paused } : producer))
}
