import { expect, test } from 'vitest'
import { newPeerId, newProducerId } from '../../../../protocol/ids.ts'
import type { ConsumerInfo } from '../../../../protocol/media/session.ts'
import { CallEncryption } from '../../../../web/core/media/encryption/call-encryption.ts'

const receiver = {} as RTCRtpReceiver

function call() {
  const decrypted: unknown[] = []
  const encryption = new CallEncryption({
    encryptSender: () => {},
    introduce: () => {},
    enterEpoch: () => {},
    changeLink: () => {},
    useKeys: () => {},
    close: () => {},
    decryptReceiver: (_, of) => decrypted.push(of),
  })
  return { encryption, decrypted }
}

const consumerOf = (kind: ConsumerInfo['kind']): ConsumerInfo =>
  ({ peer: newPeerId(), producer: newProducerId(), kind }) as ConsumerInfo

test('K20 a stream is decrypted as what its owner sends it as', () => {
  const { encryption, decrypted } = call()
  const screen = consumerOf('video')
  encryption.learn([{ id: screen.producer, source: 'screen', paused: false }])
  expect(encryption.knows(screen)).toBe(true)
  encryption.decryptReceiver(receiver, screen)
  expect(decrypted).toEqual([{ peer: screen.peer, source: 'screen' }])
})

test('K20 a stream of which nobody said what it shows, or of another kind, is none: it never comes to a receiver', () => {
  const { encryption, decrypted } = call()
  const [unknown, voice, gone] = [consumerOf('audio'), consumerOf('video'), consumerOf('video')]
  encryption.learn([
    { id: voice.producer, source: 'microphone', paused: false },
    { id: gone.producer, source: 'camera', paused: false },
  ])
  encryption.forget(gone.producer)
  expect([unknown, voice, gone].map((info) => encryption.knows(info))).toEqual([false, false, false])
  expect(() => encryption.decryptReceiver(receiver, unknown)).toThrow()
  expect(decrypted).toEqual([])
})
