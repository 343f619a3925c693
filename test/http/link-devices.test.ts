import { describe, expect, test } from 'vitest'
import { normaliseRoomName } from '../../protocol/names/room-name.ts'
import { kioskRooms, linkDevices } from '../../worker/http/link-devices.ts'

const env = {
  EMBED_ALLOWED: '*, https://a.example, http://localhost:8080, https://*.b.example',
  KIOSK_ROOMS: 'Foyer, Salle des fêtes',
}
const foyer = normaliseRoomName('foyer')
const thursday = normaliseRoomName('thursday')

describe('J10 whose links may turn devices on, by the operator’s word', () => {
  test.each([
    ['nobody’s, where nothing is said', {}, foyer, [], false],
    ['nobody’s, embedded, where nothing is said', {}, foyer, ['https://a.example'], false],
    ['those into a kiosk’s room', env, normaliseRoomName('salle des fêtes'), [], true],
    ['not those into another room', env, thursday, [], false],
    ['those of a page that may embed', env, thursday, ['http://localhost:8080'], true],
    ['not those of another page, in a kiosk’s room either', env, foyer, ['https://evil.example'], false],
    [
      'not those of one that may, within one that may not',
      env,
      thursday,
      ['https://a.example', 'https://evil.example'],
      false,
    ],
    ['those of all names below one', env, thursday, ['https://www.b.example'], true],
    ['not those of a name that ends alike', env, thursday, ['https://notb.example'], false],
    ['not those of such a name by another scheme', env, thursday, ['http://www.b.example'], false],
    ['not those of an origin that is hidden', env, thursday, ['null'], false],
  ])('%s', (_whose, said, room, within, turnsDevicesOn) => {
    expect(linkDevices(said, room, within)).toEqual({ turnsDevicesOn })
  })

  test('KIOSK_ROOMS takes rooms’ names alone', () => {
    expect(kioskRooms({ KIOSK_ROOMS: ' , Foyer,' })).toEqual(['foyer'])
    expect(() => kioskRooms({ KIOSK_ROOMS: 'foyer,a/b' })).toThrow('KIOSK_ROOMS: “a/b” is no room’s name')
  })
})
