import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ROUTER_RTP_CAPABILITIES } from '../../protocol/media/codecs.ts'
import {
  asOffered,
  problemWithCapabilities,
  problemWithReceived,
  problemWithSent,
} from '../../protocol/media/offered-media.ts'
import { RtpCapabilities, RtpParameters } from '../../protocol/media/rtp.ts'
import { KIND_OF_SOURCE, MediaSource } from '../../protocol/media/session.ts'
import { BROWSERS } from './captured/captured.ts'

const sent = BROWSERS.flatMap(([browser, { produced }]) =>
  Object.entries(produced).map(
    ([source, rtp]) => [browser, v.parse(MediaSource, source), v.parse(RtpParameters, rtp)] as const,
  ),
)
const of = (browser: string, source: MediaSource): RtpParameters => {
  const [, , rtp] = sent.find(([by, what]) => by === browser && what === source) ?? []
  if (!rtp) throw new Error('not captured')
  return rtp
}
const voice = of('Firefox 153', 'microphone')
const picture = of('Chromium 156', 'camera')

/** The same with another first codec. */
const withCodec = (rtp: RtpParameters, change: Partial<RtpParameters['codecs'][number]>): RtpParameters => ({
  ...rtp,
  codecs: rtp.codecs.map((codec, index) => (index === 0 ? { ...codec, ...change } : codec)),
})

describe('P4 what pages send', () => {
  test.each(sent)('%s’s %s is what routers offer, and passed on as it is', (_browser, source, rtp) => {
    expect(problemWithSent(KIND_OF_SOURCE[source], rtp)).toBeNull()
    expect(asOffered(rtp)).toEqual(rtp)
  })

  test.each([
    ['a camera’s as a voice', 'audio', picture],
    ['a voice as a camera’s', 'video', voice],
    ['a codec that is not offered', 'audio', withCodec(voice, { mimeType: 'audio/PCMU', clockRate: 8_000 })],
    ['a codec at another clock rate', 'audio', withCodec(voice, { clockRate: 8_000 })],
    ['a codec with other channels', 'audio', withCodec(voice, { channels: 6 })],
    ['no codec but rtx', 'video', { ...picture, codecs: picture.codecs.slice(1) }],
    ['rtx of what is not there', 'video', withCodec(picture, { payloadType: 99 })],
    ['a payload type twice', 'video', withCodec(picture, { payloadType: 97, parameters: { apt: 97 } })],
    ['a flag of 2', 'audio', withCodec(voice, { parameters: { stereo: 2 } })],
    ['a flag of words', 'audio', withCodec(voice, { parameters: { useinbandfec: 'perhaps' } })],
    [
      'a profile of words',
      'video',
      withCodec(picture, { mimeType: 'video/H264', parameters: { 'profile-level-id': 'zz' } }),
    ],
    ['negative macroblocks', 'video', withCodec(picture, { parameters: { 'max-fs': -1 } })],
    [
      'a header extension of pictures for a voice',
      'audio',
      { ...voice, headerExtensions: [{ uri: 'urn:3gpp:video-orientation', id: 3 }] },
    ],
    ['a voice in layers', 'audio', { ...voice, encodings: [{ ssrc: 1 }, { ssrc: 2 }] }],
  ] as const)('%s is not', (_what, kind, rtp) => {
    expect(problemWithSent(kind, v.parse(RtpParameters, rtp))).not.toBeNull()
  })

  test('a parameter that we do not know stays behind, as the next browser may bring one', () => {
    const rtp = withCodec(voice, { parameters: { useinbandfec: 1, 'x-new': 'word' } })
    expect(problemWithSent('audio', rtp)).toBeNull()
    expect(asOffered(rtp).codecs[0]?.parameters).toEqual({ useinbandfec: 1 })
  })

  test('hints of bit rates stay behind: Chromium refuses all of a description where the least is above the most', () => {
    const parameters = { 'x-google-min-bitrate': 9_000, 'x-google-max-bitrate': 1 }
    expect(asOffered(withCodec(picture, { parameters })).codecs[0]?.parameters).toEqual({})
  })
})

describe('P4 what a page can receive', () => {
  test.each(BROWSERS)('%s can receive what routers offer', (_browser, { rtpCapabilities }) => {
    expect(problemWithCapabilities(v.parse(RtpCapabilities, rtpCapabilities))).toBeNull()
    expect(problemWithCapabilities(ROUTER_RTP_CAPABILITIES)).toBeNull()
  })

  test.each([
    ['a codec', { mimeType: 'video/AV1' }],
    ['a clock rate', { clockRate: 8_000 }],
    ['a kind', { kind: 'audio' }],
    ['a flag', { parameters: { apt: 'evil' } }],
  ] as const)('%s that is not offered is refused', (_what, change) => {
    const codecs = ROUTER_RTP_CAPABILITIES.codecs.map((codec) =>
      codec.mimeType === 'video/rtx' ? { ...codec, ...change } : codec,
    )
    expect(problemWithCapabilities({ ...ROUTER_RTP_CAPABILITIES, codecs })).not.toBeNull()
  })
})

describe('P5 what a page is to receive', () => {
  const opus = {
    mid: '0',
    codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
    headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 6 }],
    encodings: [{ ssrc: 1 }],
  } as const

  test('is numbered as routers number it', () => {
    expect(problemWithReceived('audio', v.parse(RtpParameters, opus))).toBeNull()
  })

  test.each([
    ['another kind', 'video', {}],
    ['another number for a codec', 'audio', { codecs: [{ ...opus.codecs[0], payloadType: 101 }] }],
    [
      'another codec under a number',
      'audio',
      { codecs: [{ mimeType: 'audio/PCMU', payloadType: 100, clockRate: 8_000 }] },
    ],
    [
      'another number for a header extension',
      'audio',
      { headerExtensions: [{ ...opus.headerExtensions[0], id: 1 }] },
    ],
    ['no SSRC', 'audio', { encodings: [] }],
    [
      'a header extension twice',
      'audio',
      { headerExtensions: [opus.headerExtensions[0], opus.headerExtensions[0]] },
    ],
    [
      'a parameter that nobody knows',
      'audio',
      { codecs: [{ ...opus.codecs[0], parameters: { 'x-new': 'word' } }] },
    ],
    [
      'rtx of what is not there',
      'video',
      {
        codecs: [
          { mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 },
          { mimeType: 'video/rtx', payloadType: 102, clockRate: 90_000, parameters: { apt: 77 } },
        ],
        headerExtensions: [],
      },
    ],
  ] as const)('%s is no stream of a router', (_what, kind, change) => {
    expect(problemWithReceived(kind, v.parse(RtpParameters, { ...opus, ...change }))).not.toBeNull()
  })
})
