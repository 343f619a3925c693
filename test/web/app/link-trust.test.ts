import { afterEach, describe, expect, test, vi } from 'vitest'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import { initialDevicesOf } from '../../../web/app/initial-devices.ts'
import { type Arrival, arrivalAt, isOwnLink, linkTrust } from '../../../web/app/link-trust.ts'
import { createSettings } from '../../../web/settings/settings.ts'

const ORIGIN = 'https://meet.example'
const room = normaliseRoomName('thursday')

const arrived = (how: Partial<Arrival>): Arrival => ({
  origin: ORIGIN,
  referrer: '',
  within: [],
  reloaded: false,
  ...how,
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('J10 who led here', () => {
  test.each<[string, Partial<Arrival>, boolean]>([
    ['a page of ours', { referrer: `${ORIGIN}/swarm?lang=fr` }, true],
    ['nobody who says so', { referrer: '' }, false],
    ['a page of somebody else', { referrer: 'https://evil.example/' }, false],
    ['a page whose name begins like ours', { referrer: `${ORIGIN}.evil.example/` }, false],
    ['the same host by another port', { referrer: `${ORIGIN}:8443/` }, false],
    ['the same host without encryption', { referrer: 'http://meet.example/' }, false],
    ['something that is no address', { referrer: 'about:client' }, false],
    ['ours, in a frame of ours', { referrer: `${ORIGIN}/`, within: [ORIGIN] }, true],
    [
      'ours, in a frame of somebody else',
      { referrer: `${ORIGIN}/`, within: ['https://evil.example'] },
      false,
    ],
    [
      'ours, in a frame of ours in one of somebody else',
      { referrer: `${ORIGIN}/`, within: [ORIGIN, 'https://evil.example'] },
      false,
    ],
    ['ours, in a frame of nobody knows whom', { referrer: `${ORIGIN}/`, within: null }, false],
  ])('%s', (_who, how, own) => {
    expect(isOwnLink(arrived(how))).toBe(own)
  })

  const seen = (framed: boolean, referrer: string, ancestors?: readonly string[]): Arrival['within'] => {
    const here = {
      location: {
        origin: ORIGIN,
        ...(ancestors && {
          ancestorOrigins: Object.assign([...ancestors], { item: () => null, contains: () => false }),
        }),
      },
      document: { referrer },
      performance: { getEntriesByType: () => [] },
    }
    return arrivalAt({
      ...here,
      get parent() {
        return framed ? null : this
      },
    }).within
  }

  test.each<[string, Arrival['within'], Arrival['within']]>([
    ['by itself', seen(false, 'https://other.example/'), []],
    [
      'as the browser tells',
      seen(true, '', ['https://a.example', 'https://b.example']),
      ['https://a.example', 'https://b.example'],
    ],
    [
      'by the referrer where the browser does not tell',
      seen(true, 'https://a.example/x'),
      ['https://a.example'],
    ],
    ['not known where neither tells', seen(true, ''), null],
    ['not known where one went on within the frame', seen(true, `${ORIGIN}/`), null],
  ])('what it is embedded in: %s', (_how, within, expected) => {
    expect(within).toEqual(expected)
  })
})

describe('J10 what the operator allows', () => {
  const asked = async (within: Arrival['within'], answer: () => Promise<Response>) => {
    const fetched = vi.fn((_address: string) => answer())
    vi.stubGlobal('fetch', fetched)
    const allowed = await linkTrust(arrived({ within }), () => new Map() as never).allowed(room)
    return { allowed, addresses: fetched.mock.calls.map(([address]) => address) }
  }
  const yes = async () => Response.json({ turnsDevicesOn: true })

  test('is asked of the edge, with all pages that this one is within', async () => {
    expect(await asked(['https://a.example', 'https://b.example'], yes)).toEqual({
      allowed: true,
      addresses: ['/api/rooms/thursday/link?within=https%3A%2F%2Fa.example&within=https%3A%2F%2Fb.example'],
    })
    expect(await asked(null, yes)).toEqual({ allowed: false, addresses: [] })
  })

  test.each<[string, () => Promise<Response>]>([
    ['says no', async () => Response.json({ turnsDevicesOn: false })],
    ['fails', async () => Response.json({ turnsDevicesOn: true }, { status: 500 })],
    ['answers nonsense', async () => Response.json({ turnsDevicesOn: 'yes' })],
    ['does not answer', () => Promise.reject(new TypeError('no network'))],
  ])('is nothing where the edge %s', async (_what, answer) => {
    expect((await asked([], answer)).allowed).toBe(false)
  })
})

describe('J10 a press', () => {
  const memory = () => {
    const kept = new Map<string, string>()
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
  }

  test('counts for the room and for the page, also where it is loaded again', () => {
    const storage = memory()
    const first = linkTrust(arrived({}), () => storage)
    expect(first.accepted(room)).toBe(false)
    first.accept(room)
    expect(first.accepted(room)).toBe(true)
    expect(first.accepted(normaliseRoomName('friday'))).toBe(false)
    expect(linkTrust(arrived({ reloaded: true }), () => storage).accepted(room)).toBe(true)
  })

  test('does not count for whoever is led here again, nor in a frame', () => {
    const storage = memory()
    linkTrust(arrived({}), () => storage).accept(room)
    expect(linkTrust(arrived({ reloaded: false }), () => storage).accepted(room)).toBe(false)
    expect(
      linkTrust(arrived({ reloaded: true, within: ['https://a.example'] }), () => storage).accepted(room),
    ).toBe(false)
  })

  test('is asked for again where the browser stores nothing', () => {
    const none = () => {
      throw new DOMException('no', 'SecurityError')
    }
    const trust = linkTrust(arrived({ reloaded: true }), none)
    expect(trust.accepted(room)).toBe(false)
    trust.accept(room)
    expect(trust.accepted(room)).toBe(true)
  })
})

describe('J10 how the devices begin', () => {
  const habits = (microphone: boolean, camera: boolean) => {
    const stored = JSON.stringify({ microphone, camera })
    return createSettings(() => ({ getItem: () => stored, setItem: () => {}, removeItem: () => {} }))
  }
  const asked = (microphone: boolean | null, camera: boolean | null) => ({ microphone, camera })

  test.each([
    [
      'a link of ours does as it says',
      habits(false, false),
      asked(true, null),
      true,
      true,
      { microphone: true, camera: false, withheld: false },
    ],
    [
      'a link of ours follows habits',
      habits(true, false),
      asked(null, null),
      true,
      false,
      { microphone: true, camera: false, withheld: false },
    ],
    [
      'another that joins has its wishes withheld',
      habits(false, true),
      asked(true, false),
      false,
      true,
      { microphone: true, camera: false, withheld: true },
    ],
    [
      'another that joins has habits withheld',
      habits(true, true),
      asked(null, null),
      false,
      true,
      { microphone: true, camera: true, withheld: true },
    ],
    [
      'another turns nothing on before joining',
      habits(false, false),
      asked(true, true),
      false,
      false,
      { microphone: false, camera: false, withheld: false },
    ],
    [
      'another may turn off what is a habit',
      habits(true, true),
      asked(false, null),
      false,
      false,
      { microphone: false, camera: true, withheld: false },
    ],
  ])('%s', (_what, settings, link, mayTurnOn, joins, wishes) => {
    expect(initialDevicesOf(settings, link, { mayTurnOn, joins })).toEqual(wishes)
  })
})
