import { describe, expect, test } from 'vitest'
import { ROUTER_RTP_CAPABILITIES } from '../../../protocol/media/codecs.ts'
import type { RtpParameters } from '../../../protocol/media/rtp.ts'
import { ScriptedNode, somePictures, someRtp } from '../../support/scripted-node.ts'
import { produceFrom } from '../produce-from.ts'
import { lyon, RoomBench } from '../room-bench.ts'

describe('P4 one page’s media cannot end that of the others', () => {
  test.each([
    ['microphone', somePictures],
    ['screen-audio', somePictures],
    ['camera', someRtp],
    ['screen', someRtp],
  ] as const)('a %s that is of the other kind is refused, and no node hears of it', (source, rtp) => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.welcomed('Ben')
    room.takeAll()
    produceFrom(room, ada.self, { source, rtpParameters: rtp })
    expect(room.open).toEqual([])
    expect(room.take('refuse')).toMatchObject([{ peer: ada.self, error: { code: 'bad-message' } }])
    expect(room.welcomed('Cy').media?.consumers).toEqual([])
  })

  test('a parameter that nobody knows does not reach the node', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const [codec] = someRtp.codecs
    if (!codec) throw new Error('no codec')
    const parameters = { useinbandfec: 1, 'x-new': 'word' }
    produceFrom(room, ada.self, { rtpParameters: { ...someRtp, codecs: [{ ...codec, parameters }] } })
    const [asked] = room.open.at(-1)?.ops ?? []
    expect(asked).toMatchObject({ op: 'produce', rtpParameters: { codecs: [{ payloadType: 100 }] } })
    expect(asked?.op === 'produce' && asked.rtpParameters.codecs[0]?.parameters).toEqual({ useinbandfec: 1 })
  })

  test('who says it can receive what nobody offers does not come in', () => {
    const room = new RoomBench()
    const [opus] = ROUTER_RTP_CAPABILITIES.codecs
    if (!opus) throw new Error('no codec')
    const codecs = [{ ...opus, mimeType: 'audio/PCMU', clockRate: 8_000 }]
    const { peer } = room.join('Ada', { rtpCapabilities: { codecs, headerExtensions: [] } })
    const effects = room.takeAll()
    expect(effects).toContainEqual(expect.objectContaining({ do: 'refuse', peer }))
    expect(effects).toContainEqual({ do: 'close-socket', peer, code: 'bad-message' })
    expect(room.state.peers.size).toBe(0)
  })
})

describe('P5 a node’s stream that no router makes reaches nobody', () => {
  /** Answers all that is asked as the book has it, but consumers as they are given. */
  const answerWith = (room: RoomBench, rtpParameters: RtpParameters, kind: 'audio' | 'video'): void => {
    const script = new ScriptedNode()
    for (const { pending, ops } of room.open) {
      const outcomes = script
        .answer(ops)
        .map((outcome) => (outcome.outcome === 'consumed' ? { ...outcome, rtpParameters, kind } : outcome))
      room.input({ on: 'node-answered', pending, outcomes })
    }
    room.forgetQuestions()
  }

  test.each([
    ['a voice as pictures', 'microphone', somePictures, 'audio'],
    ['a voice that is said to be a picture', 'microphone', somePictures, 'video'],
    [
      'a codec by another number',
      'microphone',
      { ...someRtp, codecs: someRtp.codecs.map((codec) => ({ ...codec, payloadType: 101 })) },
      'audio',
    ],
  ] as const)(
    '%s: those who are there hear of the sender, without a consumer',
    (_what, source, rtp, kind) => {
      const room = new RoomBench()
      room.node = lyon
      const ada = room.welcomed('Ada')
      const ben = room.welcomed('Ben')
      room.takeAll()
      const { producer } = produceFrom(room, ada.self, { source })
      answerWith(room, rtp, kind)
      const added = room.told().filter(({ event }) => event.event === 'producer-added')
      expect(added).toMatchObject([
        { audience: { only: ben.self }, event: { producer: { id: producer }, consumer: null } },
      ])
    },
  )
})
