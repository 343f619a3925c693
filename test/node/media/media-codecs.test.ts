import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { problemWithReceived } from '../../../protocol/media/offered-media.ts'
import { RtpParameters } from '../../../protocol/media/rtp.ts'
import { KIND_OF_SOURCE, MediaSource } from '../../../protocol/media/session.ts'
import { BROWSERS } from '../../protocol/captured/captured.ts'
import * as ask from '../support/asks.ts'
import * as media from '../support/page-media.ts'
import { roomWith } from '../support/room.ts'

describe('what browsers send is accepted, and reaches others', () => {
  test('Opus with DTX and in-band FEC', async () => {
    const { run, receive, producer } = await roomWith('audio', media.opus(2_222))
    const [outcome] = await run(ask.consume(receive, producer))
    const { rtpParameters } = ask.the('consumed', outcome)
    expect(rtpParameters.codecs[0]?.parameters).toMatchObject({ useinbandfec: 1, usedtx: 1 })
  })

  test.each([
    ['VP8 in three simulcast layers', media.vp8Simulcast, 'video/VP8', 'L3T3'],
    ['VP9 in three spatial and temporal layers', media.vp9Svc, 'video/VP9', 'L3T3'],
    ['H264', media.h264, 'video/H264', undefined],
  ])('%s', async (_, rtpParameters, mimeType, layers) => {
    const { run, receive, producer } = await roomWith('video', rtpParameters)
    const [outcome] = await run(ask.consume(receive, producer))
    const { kind, rtpParameters: received } = ask.the('consumed', outcome)
    expect(kind).toBe('video')
    expect(received.codecs.map((codec) => codec.mimeType)).toEqual([mimeType, 'video/rtx'])
    expect(received.encodings).toHaveLength(1)
    expect(received.encodings?.[0]?.scalabilityMode).toBe(layers)
  })

  test.each(
    BROWSERS.flatMap(([browser, { produced }]) =>
      Object.entries(produced).map(([source, rtp]) => [browser, v.parse(MediaSource, source), rtp] as const),
    ),
  )('P5 %s’s %s, as others receive it, is what the edge and pages let through', async (_, source, rtp) => {
    const kind = KIND_OF_SOURCE[source]
    const { run, receive, producer } = await roomWith(kind, v.parse(RtpParameters, rtp))
    const [outcome] = await run(ask.consume(receive, producer))
    const received = v.parse(RtpParameters, ask.the('consumed', outcome).rtpParameters)
    expect(problemWithReceived(kind, received)).toBeNull()
  })

  test('a codec that routers do not offer is refused with a reason', async () => {
    const { run, send, counts } = await roomWith('audio', media.opus(2_223))
    const [outcome] = await run(ask.produce(send, ask.newProducer(), 'video', media.unknownCodec))
    const failure = ask.the('failed', outcome)
    expect(failure.code).toBe('media-unsupported')
    expect(failure.message).toContain('H263')
    expect(counts().producers).toBe(1)
  })
})
