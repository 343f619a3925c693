import { setTimeout as pause } from 'node:timers/promises'
import { RoomName } from '../../protocol/names/room-name.ts'
import { readWith } from '../../protocol/reading.ts'
import { startEdge } from '../../scripts/edge/edge.ts'
import { newRoomSecret } from '../../web/core/encryption/room-secret.ts'
import { socketAddress } from '../../web/core/signalling/early-dial.ts'
import { inTime } from '../common/in-time.ts'
import { type Spread, spreadOf } from '../common/spread.ts'
import { DialledNode, newNode } from '../directory/dialled-node.ts'
import type { MeasuredRoom } from './rooms.ts'
import { Air } from './rush/air.ts'
import { Cipher } from './rush/cipher.ts'
import { Member } from './rush/member.ts'

/** Until so many people who come at once all hear each other, in ms. */
export interface RushFigures {
  readonly people: number
  readonly room: MeasuredRoom['name']
  readonly allHearMs: Spread
}

/** How long all of them have; what takes longer is not a time any more. */
const PATIENCE_MS = 60_000

/** Up to so many all of them listen to all others. */
const MOST_WHO_LISTEN = 25
/** Of more these listen: what it would cost all of them to follow each other is too much for the core that they share. */
const LISTENERS = 4

const ROOMS = ['plain', 'encrypted'] as const

/** The rooms take turns, so that whatever else the machine does meets both alike. */
export async function measureRushes(
  peoples: readonly number[],
  runs: number,
  say: (line: string) => void,
): Promise<RushFigures[]> {
  await using opened = new AsyncDisposableStack()
  const known = await newNode(0)
  const edge = await startEdge({
    behindProxy: true,
    bindings: { NODE_KEYS: `${known.node}:${known.keys.publicKey}` },
  })
  opened.defer(() => edge.stop())
  const node = await DialledNode.dial(edge.url, known)
  opened.defer(() => node.hangUp())
  // The first meeting is of a program that never ran.
  await rush(edge.url, 'warming', 2, 'encrypted')
  const figures: RushFigures[] = []
  for (const people of peoples) {
    const found = new Map<MeasuredRoom['name'], number[]>(ROOMS.map((room) => [room, []]))
    for (let run = 1; run <= runs; run += 1) {
      for (const [room, times] of found) {
        const what = `a rush of ${people} people, ${room},`
        const ms = await inTime(what, rush(edge.url, `${room}-${people}-${run}`, people, room))
        times.push(ms)
        say(`${run}/${runs}  ${people} at once, ${room}: all hear each other after ${ms.toFixed(0)} ms`)
      }
    }
    for (const [room, times] of found) figures.push({ people, room, allHearMs: spreadOf(times) })
  }
  return figures
}

/** One meeting: all dial at once; where only some listen, these are there already, and the others dial at once. */
async function rush(
  origin: string,
  name: string,
  people: number,
  kind: MeasuredRoom['name'],
): Promise<number> {
  const room = readWith(RoomName, name)
  const place = { url: socketAddress(origin, room), origin, air: new Air() }
  const secret = newRoomSecret()
  const makeCipher = kind === 'plain' ? null : (member: Member) => new Cipher(member, room, secret)
  const come = (count: number, listen: boolean): Member[] =>
    Array.from({ length: count }, () => new Member(place, listen, makeCipher))
  const allHear = (members: readonly Member[], count: number) =>
    Promise.all(members.map((member) => member.hears(count - 1)))
  const tooLate = pause(PATIENCE_MS, Number.POSITIVE_INFINITY, { ref: false })
  const listening = people > MOST_WHO_LISTEN ? LISTENERS : people
  const members: Member[] = []
  try {
    let begun = performance.now()
    const listeners = come(listening, true)
    members.push(...listeners)
    if (listening < people) {
      await allHear(listeners, listening)
      begun = performance.now()
      members.push(...come(people - listening, false))
    }
    const heard = allHear(listeners, people).then(() => performance.now() - begun)
    return await Promise.race([heard, tooLate])
  } finally {
    await Promise.all(members.map((member) => member.close()))
  }
}
