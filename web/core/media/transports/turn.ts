import { KIND_OF_SOURCE, type MediaSource } from '../../../../protocol/media/session.ts'
import type { IceServer } from '../../../../protocol/media/transport.ts'
import type { TurnLevel } from '../../../../protocol/media/turn.ts'

/** Whether media could go through a server among these, so that the node never sees our address (RFC 8656). */
export const offersTurn = (servers: readonly IceServer[]): boolean =>
  servers.some(({ urls }) => urls.some((url) => /^turns?:/.test(url)))

/** Whether these are the same servers, with the same credentials, in the same order. */
export const areSameServers = (ones: readonly IceServer[], others: readonly IceServer[]): boolean =>
  ones.length === others.length &&
  ones.every(({ urls, username, credential }, i) => {
    const other = others[i]
    return (
      other?.username === username &&
      other?.credential === credential &&
      other?.urls.join(' ') === urls.join(' ')
    )
  })

/** Whether a source is not to be sent through a TURN server, as much as its owner may want it (M10). */
export const isWithheldFromTurn = (source: MediaSource, level: TurnLevel): boolean =>
  level === 'nothing' || (level === 'audio-only' && KIND_OF_SOURCE[source] === 'video')
