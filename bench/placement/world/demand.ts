import type { Demand } from '../../../worker/placement/placement-request.ts'

/** Cameras that one sees at a time; one hears everybody. */
const SEEN = 12
/** The mean of a voice that pauses (Opus with DTX). */
const VOICE_BITS_PER_SECOND = 12_000
/** What one camera is received with at most, and all of them together. */
const CAMERA_BITS_PER_SECOND = 600_000
const CAMERAS_BITS_PER_SECOND = 2_500_000

/** What `here` people on a node cost it in a room of `all`. The others' nodes, if any, are sent each producer once. */
export function demandOf(here: number, all: number, otherNodes: number): Demand {
  const seen = Math.min(SEEN, all - 1)
  const cameras = Math.min(seen * CAMERA_BITS_PER_SECOND, CAMERAS_BITS_PER_SECOND)
  const piped = VOICE_BITS_PER_SECOND + CAMERA_BITS_PER_SECOND
  return {
    consumers: here * (all - 1 + seen + 2 * otherNodes),
    bitsPerSecond: here * ((all - 1) * VOICE_BITS_PER_SECOND + cameras + piped * otherNodes),
    people: here,
  }
}
