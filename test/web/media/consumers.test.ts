import type { types } from 'mediasoup-client'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ConsumerInfo } from '../../../protocol/media/session.ts'
import { CallEncryption } from '../../../web/core/media/encryption/call-encryption.ts'
import { Consumers, type ReceivingLink } from '../../../web/core/media/receiving/consumers.ts'
import { negotiable } from '../../../web/core/media/receiving/trial-negotiation.ts'
import { Unreceivable } from '../../../web/core/media/receiving/unreceivable.ts'

let made = 0

/** A voice, as a node says it; `change` is to its RTP parameters. */
function voice(name: string, change: object = {}): ConsumerInfo {
  made += 1
  const told = {
    id: `consumer-${name}-${made}`,
    peer: `person-${name}`,
    producer: `producer-${name}`,
    kind: 'audio',
    rtpParameters: {
      mid: String(made),
      codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
      encodings: [{ ssrc: 100_000 + made }],
      ...change,
    },
  }
  return v.parse(ConsumerInfo, JSON.parse(JSON.stringify(told)))
}

const namesOf = (infos: readonly { readonly producer: string }[]) =>
  infos.map(({ producer }) => producer.replace('producer-', ''))

/**
 * A browser's connection as mediasoup-client has it: what is asked at once is negotiated at once, one that cannot be spoils the
 * whole connection, and one whose codec is not there fails by itself.
 */
class SpoilableLink implements ReceivingLink {
  readonly transport: ReceivingLink['transport']
  readonly failures: unknown[] = []
  readonly asked: string[] = []
  #spoiled = false

  constructor(poison: readonly string[], unsupported: readonly string[] = []) {
    let batch: string[] = []
    const consume = async ({ id = '', producerId = '' }: types.ConsumerOptions): Promise<types.Consumer> => {
      const name = producerId.replace('producer-', '')
      if (unsupported.includes(name))
        throw Object.assign(new Error('no such codec'), { name: 'UnsupportedError' })
      this.asked.push(name)
      batch.push(name)
      const mine = batch
      await Promise.resolve()
      batch = []
      if (this.#spoiled || mine.some((each) => poison.includes(each))) {
        this.#spoiled = true
        throw new Error('Failed to parse SessionDescription')
      }
      return consumerDouble(id, producerId)
    }
    this.transport = { consume: consume as types.Transport['consume'], closed: false }
  }

  fail(cause: unknown): void {
    this.failures.push(cause)
  }
}

const consumerDouble = (id: string, producerId: string): types.Consumer =>
  ({ id, producerId, track: {}, close: () => {} }) as unknown as types.Consumer

/** A media session of whoever cannot negotiate what is in `poison`; `rehearsed` counts rehearsals. */
function session(unreceivable: Unreceivable, poison: readonly string[], unsupported: readonly string[] = []) {
  const link = new SpoilableLink(poison, unsupported)
  const rehearsed: string[][] = []
  const incoming = new Consumers(
    link,
    unreceivable,
    null,
    (infos) =>
      negotiable(infos, async (some) => {
        rehearsed.push(namesOf(some))
        return !namesOf(some).some((name) => poison.includes(name))
      }),
    () => {},
  )
  const settled = () => new Promise((resolve) => setTimeout(resolve))
  return { link, incoming, rehearsed, settled }
}

describe('P6 a stream that cannot be negotiated', () => {
  const [ada, ben, cy] = [voice('ada'), voice('ben'), voice('cy')]

  test.each([
    [
      'of another kind',
      voice('mallory', { codecs: [{ mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 }] }),
    ],
    ['with another’s mid', voice('mallory', { mid: ada.rtpParameters.mid })],
    ['with another’s SSRC', voice('mallory', { encodings: ada.rtpParameters.encodings })],
    ['with the SSRC of mediasoup-client’s probator', voice('mallory', { encodings: [{ ssrc: 1_234 }] })],
    ['without a mid', voice('mallory', { mid: undefined })],
  ])('%s is never put into a description', async (_what, mallory) => {
    const { link, incoming, settled } = session(new Unreceivable(), ['mallory'])
    incoming.add([ada, mallory, ben])
    await settled()
    incoming.add([cy])
    await settled()
    expect(link.asked).toEqual(['ada', 'ben', 'cy'])
    expect(namesOf(incoming.received)).toEqual(['ada', 'ben', 'cy'])
    expect(link.failures).toEqual([])
  })

  test('of a codec that the browser has not is left out, and the session goes on', async () => {
    const { link, incoming, settled } = session(new Unreceivable(), [], ['ben'])
    incoming.add([ada, ben, cy])
    await settled()
    expect(namesOf(incoming.received)).toEqual(['ada', 'cy'])
    expect(link.failures).toEqual([])
  })

  test('costs one session, not each that follows', async () => {
    const unreceivable = new Unreceivable()
    const first = session(unreceivable, ['mallory'])
    const mallory = voice('mallory')
    first.incoming.add([ada, ben, mallory, cy])
    await first.settled()
    expect(first.link.failures).toHaveLength(1)
    const second = session(unreceivable, ['mallory'])
    second.incoming.add([ada, ben, mallory, cy])
    await second.settled()
    expect(namesOf(second.incoming.received)).toEqual(['ada', 'ben', 'cy'])
    expect(second.link.failures).toEqual([])
  })

  test('costs no session more when it comes again by another name', async () => {
    const unreceivable = new Unreceivable()
    unreceivable.noteSurprise()
    const { link, incoming, rehearsed, settled } = session(unreceivable, ['mallory', 'trudy'])
    incoming.add([ada, voice('mallory')])
    incoming.add([voice('trudy')])
    incoming.add([ben])
    await settled()
    expect(namesOf(incoming.received)).toEqual(['ada', 'ben'])
    expect(link.failures).toEqual([])
    expect(rehearsed.length).toBeGreaterThan(0)
  })

  test('that no rehearsal finds is done without all the same: failures come to an end', async () => {
    const unreceivable = new Unreceivable()
    for (let sessions = 0; sessions < 5; sessions += 1) {
      const link = new SpoilableLink(['mallory'])
      const incoming = new Consumers(
        link,
        unreceivable,
        null,
        async (infos) => infos,
        () => {},
      )
      incoming.add([voice('mallory'), ada])
      await new Promise((resolve) => setTimeout(resolve))
      if (sessions > 0) expect(namesOf(incoming.received)).toEqual(['ada'])
      expect(link.failures).toHaveLength(sessions === 0 ? 1 : 0)
    }
  })

  test('is asked for again when it is another one: its sender began anew', async () => {
    const unreceivable = new Unreceivable()
    const mallory = voice('mallory')
    unreceivable.add(mallory, 'why')
    expect(unreceivable.has(mallory)).toBe(true)
    unreceivable.forgetPeer(mallory.peer)
    expect(unreceivable.has(mallory)).toBe(false)
  })

  test('nothing that goes well is rehearsed', async () => {
    const { incoming, rehearsed, settled } = session(new Unreceivable(), [])
    incoming.add([ada, ben])
    incoming.add([cy])
    await settled()
    expect(namesOf(incoming.received)).toEqual(['ada', 'ben', 'cy'])
    expect(rehearsed).toEqual([])
  })
})

test('P6 what is in the way among many is found in few rehearsals', async () => {
  const all = Array.from({ length: 200 }, (_, index) => voice(`v${index}`))
  let rehearsals = 0
  const found = await negotiable(all, async (some) => {
    rehearsals += 1
    return !namesOf(some).some((name) => name === 'v17' || name === 'v150')
  })
  expect(namesOf(all.filter((info) => !found.includes(info)))).toEqual(['v17', 'v150'])
  expect(rehearsals).toBeLessThan(40)
})

describe('K20 in an encrypted room', () => {
  test('each receiver decrypts before it is negotiated, and what nobody says more of is never asked for', async () => {
    const [ada, mallory] = [voice('ada'), voice('mallory')]
    const decrypting: unknown[] = []
    const encryption = new CallEncryption({
      encryptSender: () => {},
      introduce: () => {},
      enterEpoch: () => {},
      changeLink: () => {},
      useKeys: () => {},
      close: () => {},
      decryptReceiver: (_, of) => decrypting.push(of),
    })
    encryption.learn([{ id: ada.producer, source: 'microphone', paused: false }])
    const asked: string[] = []
    const consume = async ({ id = '', producerId = '', onRtpReceiver }: types.ConsumerOptions) => {
      asked.push(producerId)
      onRtpReceiver?.({} as RTCRtpReceiver)
      return consumerDouble(id, producerId)
    }
    const transport = { consume: consume as types.Transport['consume'], closed: false }
    const link: ReceivingLink = { transport, fail: (cause) => expect(cause).toBeUndefined() }
    const incoming = new Consumers(
      link,
      new Unreceivable(),
      encryption,
      async (infos) => infos,
      () => {},
    )
    incoming.add([ada, mallory])
    await new Promise((resolve) => setTimeout(resolve))
    expect(asked).toEqual([ada.producer])
    expect(decrypting).toEqual([{ peer: ada.peer, source: 'microphone' }])
  })
})
