import * as v from 'valibot'
import { expect, test } from 'vitest'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import { Sealed } from '../../../protocol/page-edge/sealed.ts'
import type { OpenedMessage } from '../../../web/core/encryption/opened.ts'
import { draws } from '../../support/draws.ts'
import { contentKeysOf, type SealingPage, sealedRoom } from './sealed-room.ts'

const commit = v.parse(Sealed, `0.${'A'.repeat(123)}`)

/** A room in which things happen while keys change; Cy's page gets each key some time after it began. */
async function changingRoom(draw: () => number) {
  let work = Promise.resolve()
  let finish = (): void => {}
  /** What is told of the socket, and after how much else. */
  const socket: string[] = []
  const expectedOfSocket: string[] = []
  const room = await sealedRoom({
    by: 1,
    now: () => 0,
    facts: {
      away: () => {},
      back: () => {},
      present: () => {},
      removed: () => {},
      welcomed: () => {},
      changed: () => {
        const working = Promise.withResolvers<void>()
        work = working.promise
        finish = working.resolve
        return work
      },
      linkChanges: () => {},
      settled: () => work,
    },
  })
  await room.welcome()
  const { ada, ben, cy, opening } = room
  const expected: string[] = []
  const wire: RoomMessage[] = []
  const said: string[] = []
  const histories: { readonly asked: Promise<readonly OpenedMessage[]>; readonly expected: string[] }[] = []
  let [epoch, id] = [1, 0]

  const learn = (page: SealingPage): void => {
    page.contentKeys.take(contentKeysOf(...Array.from({ length: epoch }, (_, index) => index + 1)), epoch)
  }
  const speak = async (): Promise<void> => {
    id += 1
    const message = await (draw() < 0.5 ? ada : ben).say(id, `words ${id}`)
    wire.push(message)
    said.push(`words ${id}`)
    expected.push(`words ${id}`)
    opening.happened({ event: 'message', message })
  }
  const acts: readonly (() => Promise<void> | void)[] = [
    speak,
    speak,
    speak,
    () => {
      // The last change is worked off, or this one comes after it.
      learn(cy)
      finish()
      epoch += 1
      opening.happened({ event: 'group-changed', epoch, commit })
      expected.push('group-changed')
    },
    () => learn(ada),
    () => learn(ben),
    () => {
      learn(cy)
      finish()
    },
    async () => {
      const name = await ada.sealing.sealName(v.parse(DisplayName, `Ada ${expected.length}`))
      opening.happened({ event: 'peer-renamed', peer: ada.id, name })
      expected.push('peer-renamed')
    },
    async () => {
      id += 1
      const forged = v.parse(Sealed, `9${commit}`)
      const message = { ...(await ben.say(id, 'by no key')), payload: { sealed: forged } }
      opening.happened({ event: 'message', message })
    },
    () => {
      // The welcome before all of it is told as well.
      expectedOfSocket.push(`cut ${expected.length + 1}`, `resumed ${expected.length + 1}`)
      opening.away(() => socket.push(`cut ${room.told.length}`))
      opening.resumed(() => socket.push(`resumed ${room.told.length}`))
    },
    () => {
      opening.welcomed(room.whole())
      expected.push('welcome')
    },
    () => {
      const asked = Promise.resolve(opening.history([...wire]))
      histories.push({ asked, expected: [...said] })
    },
    () => new Promise<void>((resolve) => setImmediate(resolve)),
  ]
  return {
    room,
    expected,
    histories,
    socket,
    expectedOfSocket,
    act: () => acts[Math.floor(draw() * acts.length)]?.(),
    end: async () => {
      learn(cy)
      finish()
      await opening.history([])
    },
  }
}

test.each(Array.from({ length: 60 }, (_, index) => 3_000 + index))(
  'K38 whatever comes while keys change is told once, in the order in which it came (seed %i)',
  async (seed) => {
    const draw = draws(seed)
    const { room, expected, histories, socket, expectedOfSocket, act, end } = await changingRoom(draw)
    for (let step = 0; step < 60; step += 1) await act()
    await end()
    const happened = room.told
      .slice(1)
      .map((each) =>
        'event' in each ? (each.event === 'message' ? each.message.payload : each.event) : 'welcome',
      )
    expect(happened).toEqual(expected)
    for (const { asked, expected: known } of histories) {
      const opened = await asked
      expect(opened.map(({ payload }) => payload)).toEqual(known)
    }
    expect(socket).toEqual(expectedOfSocket)
  },
)
