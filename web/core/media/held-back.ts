import { KIND_OF_SOURCE, type MediaSource } from '../../../protocol/media.ts'
import type { TurnLevel } from '../../../protocol/turn.ts'

/** Whether a source is not to be sent through a TURN server, as much as its owner may want it (M10). */
export const isHeldBack = (source: MediaSource, level: TurnLevel): boolean =>
  level === 'nothing' || (level === 'audio-only' && KIND_OF_SOURCE[source] === 'video')
