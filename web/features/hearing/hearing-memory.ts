import * as v from 'valibot'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import { nameMarkIn } from '../../core/session/browser-keys.ts'
import { browserSecret } from '../../settings/browser-secret.ts'
import { HEARING_KEY } from '../../settings/settings.ts'
import { tryStorage } from '../../settings/storage.ts'
import type { Hearing } from './hearing.ts'

/** Of how many people it is remembered; whoever was changed longest ago is forgotten first. */
const MOST_REMEMBERED = 200

const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const Remembered = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(
    v.object({
      /** Whom it is about: not the name itself, so that the browser keeps no list of whom one has met, and where. */
      who: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
      voice: part,
      screen: part,
      silenced: v.boolean(),
    }),
  ),
  v.maxLength(MOST_REMEMBERED),
)
type Remembered = v.InferOutput<typeof Remembered>

/**
 * How loud somebody of that name was last played in that room; null where that is not remembered. A name is all that is known
 * of a person across visits: who takes another's name is as loud as they, and it shows on their tile.
 */
export async function recallHearing(room: RoomName, name: string): Promise<Hearing | null> {
  const who = await markOf(room, name)
  const found = read().find((each) => each.who === who)
  return found ? { voice: found.voice, screen: found.screen, silenced: found.silenced } : null
}

/** Remembers it on this device, where the browser lets us; forgets it where they are played as they come. */
export async function rememberHearing(room: RoomName, name: string, hearing: Hearing): Promise<void> {
  const who = await markOf(room, name)
  if (who === null) return
  const others = read().filter((each) => each.who !== who)
  const isUsual = !hearing.silenced && hearing.voice === 1 && hearing.screen === 1
  write(isUsual ? others : [...others, { who, ...hearing }].slice(-MOST_REMEMBERED))
}

const markOf = (room: RoomName, name: string): Promise<string | null> =>
  nameMarkIn(
    room,
    name,
    browserSecret(() => localStorage),
  )

/** Absence and garbage of any kind are nothing. */
function read(): Remembered {
  const stored = tryStorage(() => localStorage.getItem(HEARING_KEY), null)
  const found = v.safeParse(Remembered, stored)
  return found.success ? found.output : []
}

function write(remembered: Remembered): void {
  tryStorage(() => {
    if (remembered.length === 0) localStorage.removeItem(HEARING_KEY)
    else localStorage.setItem(HEARING_KEY, JSON.stringify(remembered))
  }, undefined)
}
