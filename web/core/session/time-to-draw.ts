import { effect, type ReadonlySignal } from '@preact/signals'
import type { RoomState } from '../room-state/room-state.ts'

/** In milliseconds: where the edge is far, there is time to draw while it is waited for. */
const PATIENCE_MS = 200

/**
 * Whether a room that was just entered can be drawn with all that is in it: what others send is negotiated, or nobody
 * sends anything, or we are not in.
 */
const isWhole = ({ connection, carried, self, peers, received }: RoomState): boolean => {
  if (connection !== 'connected') return connection !== 'connecting'
  const othersSend = peers.some(({ id, producers }) => id !== self && producers.length > 0)
  return !carried || !othersSend || received.length > 0
}

/**
 * Resolves when it is time to draw a room that is being entered. To draw it before, and again with what came
 * meanwhile, takes a cold page longer than the negotiation of the media, which would have to wait for it.
 */
export function timeToDraw(state: ReadonlySignal<RoomState>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const patience = setTimeout(resolve, PATIENCE_MS)
  const stop = effect(() => {
    if (isWhole(state.value)) resolve()
  })
  return promise.finally(() => {
    clearTimeout(patience)
    stop()
  })
}
