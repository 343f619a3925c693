import { expect, test, vi } from 'vitest'
import { DRAWN_FRAMES_PER_SECOND } from '../../../web/core/capture/blur/blur-limits.ts'
import { drawnTrackOf } from '../../../web/core/capture/blur/drawn-track.ts'
import { FakeTrack } from './fake-track.ts'

/** A canvas whose tracks, and their streams, have those methods; and the rates at which it was captured. */
function canvas(trackHas: object, streamHas: object) {
  const rates: (number | undefined)[] = []
  const tracks: FakeTrack[] = []
  const captureStream = (rate?: number) => {
    rates.push(rate)
    const track = Object.assign(new FakeTrack('canvas'), trackHas)
    tracks.push(track)
    return Object.assign({ getVideoTracks: () => [track] }, streamHas)
  }
  return { rates, tracks, captureStream }
}

test('a picture is asked for of the track, where it can be', () => {
  const [ofTrack, ofStream] = [vi.fn(), vi.fn()]
  const drawn = canvas({ requestFrame: ofTrack }, { requestFrame: ofStream })
  const { track, show } = drawnTrackOf(drawn)
  show()
  expect(track).toBe(drawn.tracks[0])
  expect(drawn.rates).toEqual([0])
  expect(ofTrack).toHaveBeenCalledOnce()
  expect(ofStream).not.toHaveBeenCalled()
})

test('of the stream, as in Firefox, which has no CanvasCaptureMediaStreamTrack', () => {
  expect('CanvasCaptureMediaStreamTrack' in globalThis).toBe(false)
  const ofStream = vi.fn()
  const drawn = canvas({}, { requestFrame: ofStream })
  const { track, show } = drawnTrackOf(drawn)
  show()
  show()
  expect(track).toBe(drawn.tracks[0])
  expect(ofStream).toHaveBeenCalledTimes(2)
})

test('else they come by themselves, as often as we draw, and no other track stays open', () => {
  const drawn = canvas({}, {})
  const { track, show } = drawnTrackOf(drawn)
  show()
  expect(drawn.rates).toEqual([0, DRAWN_FRAMES_PER_SECOND])
  expect(track).toBe(drawn.tracks[1])
  expect(drawn.tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'live'])
})
