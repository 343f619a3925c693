import type { LinkDevices } from '../../protocol/http/link-devices.ts'
import { normaliseRoomName, type RoomName } from '../../protocol/names/room-name.ts'
import type { Env } from '../env.ts'
import { Misconfigured } from '../misconfigured.ts'
import { embedders } from './origins.ts'

type LinkEnv = Pick<Env, 'EMBED_ALLOWED' | 'KIOSK_ROOMS'>

/** The rooms that any link may turn devices on in. Throws where KIOSK_ROOMS names one that cannot be. */
export const kioskRooms = ({ KIOSK_ROOMS = '' }: Pick<Env, 'KIOSK_ROOMS'>): readonly RoomName[] =>
  KIOSK_ROOMS.split(',')
    .filter((written) => written.trim() !== '')
    .map((written) => {
      try {
        return normaliseRoomName(written)
      } catch (cause) {
        throw new Misconfigured(`KIOSK_ROOMS: “${written.trim()}” is no room’s name`, { cause })
      }
    })

/**
 * Whether the operator lets a link into that room turn devices on, though no page of this edge led to it (J10): within
 * pages that may embed rooms by name, and in a kiosk's room, which is within no other page.
 *
 * @param within - The origins of all pages that the room's is embedded in; none where it stands by itself.
 */
export function linkDevices(env: LinkEnv, room: RoomName, within: readonly string[]): LinkDevices {
  if (within.length === 0) return { turnsDevicesOn: kioskRooms(env).includes(room) }
  const listed = embedders(env)
  return { turnsDevicesOn: within.every((origin) => isNamed(origin, listed)) }
}

/** Whether the operator named that page. That anybody may embed a room is trust in nobody. */
const isNamed = (origin: string, listed: readonly string[]): boolean =>
  listed.some((entry) => {
    if (entry === '*') return false
    const [scheme = '', below] = entry.split('*')
    return below === undefined ? origin === entry : origin.startsWith(scheme) && origin.endsWith(below)
  })
