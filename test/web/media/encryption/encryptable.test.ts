import { expect, test } from 'vitest'
import { ROUTER_RTP_CAPABILITIES } from '../../../../protocol/media/codecs.ts'
import { encryptable } from '../../../../web/core/media/mediasoup-client/encryptable.ts'

const AUDIO_LEVEL = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level'

test('K21 of what routers offer, encrypted rooms use Opus, VP8 and its retransmissions, and no audio levels', () => {
  const { codecs, headerExtensions } = encryptable(ROUTER_RTP_CAPABILITIES)
  expect(codecs.map(({ mimeType, preferredPayloadType }) => [mimeType, preferredPayloadType])).toEqual([
    ['audio/opus', 100],
    ['video/VP8', 101],
    ['video/rtx', 102],
  ])
  expect(headerExtensions).toEqual(
    ROUTER_RTP_CAPABILITIES.headerExtensions.filter(({ uri }) => uri !== AUDIO_LEVEL),
  )
  expect(headerExtensions.length).toBe(ROUTER_RTP_CAPABILITIES.headerExtensions.length - 1)
})
