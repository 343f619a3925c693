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

/** Until so many people all hear each other. */
export interface RushFigures {
  readonly people: number
  readonly room: MeasuredRoom['name']
  /** They come one after the other over so many milliseconds; 0 where all come at once. */
  readonly overMs: number
  /** Since the last of them came, in ms. */
  readonly allHearMs: Spread
  /** What all of it took of processors since the first one came, in ms a person: all of them share this process. */
  readonly cpuMsEach: Spread
}

type Rush = Pick<RushFigures, 'people' | 'room' | 'overMs'>

/** What is found in one meeting. */
interface Met {
  readonly allHearMs: number
  readonly cpuMsEach: number
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
  oversMs: readonly number[],
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
  await meet(edge.url, 'warming', { people: 2, room: 'encrypted', overMs: 0 })
  const figures: RushFigures[] = []
  for (const people of peoples)
    for (const overMs of oversMs) {
      const found = ROOMS.map((room) => {
        const met: Met[] = []
        return { rush: { people, room, overMs }, met }
      })
      for (let run = 1; run <= runs; run += 1)
        for (const { rush, met } of found) {
          const what = `${people} ${overMs === 0 ? 'at once' : `over ${overMs / 1_000} s`}, ${rush.room}`
          const name = `${rush.room}-${people}-${overMs}-${run}`
          const one = await inTime(what, meet(edge.url, name, rush))
          met.push(one)
          const { allHearMs, cpuMsEach } = one
          const [ms, cpuMs] = [allHearMs, cpuMsEach].map((value) => value.toFixed(0))
          say(`${run}/${runs}  ${what}: all hear each other after ${ms} ms; ${cpuMs} ms of processors each`)
        }
      for (const { rush, met } of found)
        figures.push({
          ...rush,
          allHearMs: spreadOf(met.map(({ allHearMs }) => allHearMs)),
          cpuMsEach: spreadOf(met.map(({ cpuMsEach }) => cpuMsEach)),
        })
    }
  return figures
}

/** One meeting: all dial, at once or in turn; where only some listen, these are there already, and the others dial. */
async function meet(origin: string, name: string, { people, room: kind, overMs }: Rush): Promise<Met> {
  const room = readWith(RoomName, name)
  const place = { url: socketAddress(origin, room), origin, air: new Air() }
  const secret = newRoomSecret()
  const makeCipher = kind === 'plain' ? null : (member: Member) => new Cipher(member, room, secret)
  const members: Member[] = []
  const listeners: Member[] = []
  const come = async (count: number, listens: boolean, withinMs: number): Promise<void> => {
    const begunAt = performance.now()
    for (let index = 0; index < count; index += 1) {
      // The last one comes at the end of it.
      const dueInMs = begunAt + (index * withinMs) / (count - 1) - performance.now()
      if (dueInMs > 0) await pause(dueInMs)
      const member = new Member(place, listens, makeCipher)
      members.push(member)
      if (listens) listeners.push(member)
    }
  }
  const allHear = (count: number) => Promise.all(listeners.map((member) => member.hears(count - 1)))
  const tooLate = pause(PATIENCE_MS + overMs, Number.POSITIVE_INFINITY, { ref: false })
  const listening = people > MOST_WHO_LISTEN ? LISTENERS : people
  try {
    const areFewer = listening < people
    if (areFewer) {
      await come(listening, true, 0)
      await allHear(listening)
    }
    const before = process.cpuUsage()
    let lastCameAt = performance.now()
    await come(areFewer ? people - listening : people, !areFewer, overMs)
    if (overMs > 0) lastCameAt = performance.now()
    const heard = allHear(people).then(() => performance.now() - lastCameAt)
    const allHearMs = await Promise.race([heard, tooLate])
    const { user, system } = process.cpuUsage(before)
    return { allHearMs, cpuMsEach: (user + system) / 1_000 / people }
  } finally {
    await Promise.all(members.map((member) => member.close()))
  }
}
