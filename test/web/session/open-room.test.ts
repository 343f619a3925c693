import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import type { PersonName } from '../../../protocol/page-edge/sealed.ts'
import type { LocalMedia } from '../../../web/core/capture/local-media.ts'
import { newRoomSecret, type RoomSecret } from '../../../web/core/encryption/room-secret.ts'
import type { RoomSession, SessionEvent } from '../../../web/core/session/room-session.ts'
import { OFF } from '../capture/off.ts'
import { peerId, SealingPage } from '../encryption/sealed-room.ts'
import { MeetingEdge } from './meeting-edge.ts'

/** A session of an encrypted room as `openRoom` puts it together: its name, its link, and what is told of them. */

const room = normaliseRoomName('thursday')
const [ADA, BEN] = [peerId('ada'), peerId('ben')]

let edge: MeetingEdge
let sessions: RoomSession[]
/** What the page did not expect. */
let reported: unknown[]

/** A worker that takes what it is told, and does nothing: nobody has media here. */
class IdleWorker extends EventTarget {
  postMessage(): void {}
  terminate(): void {}
}

/** What a browser has that can encrypt media. */
class Transformed {
  get transform(): null {
    return null
  }
}

beforeEach(async () => {
  edge = await MeetingEdge.open(ADA, BEN)
  sessions = []
  reported = []
  const nothingKept = { getItem: () => null, setItem: () => {}, removeItem: () => {} }
  const globals = {
    location: { hash: '', origin: edge.origin },
    sessionStorage: nothingKept,
    localStorage: nothingKept,
    isSecureContext: false,
    reportError: (error: unknown) => void reported.push(error),
    window: new EventTarget(),
    document: new EventTarget(),
    Worker: IdleWorker,
    RTCRtpScriptTransform: class {},
    RTCRtpSender: Transformed,
    RTCRtpReceiver: Transformed,
  }
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(async () => {
  for (const session of sessions) await session.leave()
  await edge.close()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  expect(reported).toEqual([])
})

const noDevices: LocalMedia = {
  microphone: signal(OFF),
  camera: signal(OFF),
  devices: signal({ microphones: [], cameras: [], speakers: [] }),
  canTurnCamera: signal(false),
  arrived: signal(null),
  level: signal(null),
  speaker: signal(null),
  lostSpeaker: signal(null),
  turnOnWithheld: async () => {},
  setMicrophone: async () => {},
  setCamera: async () => {},
  chooseMicrophone: async () => {},
  chooseCamera: async () => {},
  turnCamera: async () => {},
  chooseSpeaker: () => {},
  sendThrough: () => () => {},
  stop: () => {},
}

/** Somebody enters by that link; with what their session tells. */
async function enters(name: string, secret: RoomSecret | null) {
  // What it reads of the page when it is loaded has to be there.
  const { openRoom } = await import('../../../web/core/session/open-room.ts')
  const session = openRoom({
    room,
    name,
    localMedia: noDevices,
    joinPassword: {
      proof: Promise.resolve(null),
      change: () => Promise.reject(),
      keep: async () => {},
      forget: () => {},
    },
    secret,
    unreadableName: () => '?',
    quality: signal('auto'),
    hidesAddress: signal(false),
    constantRate: signal(false),
    measuredNodes: [],
  })
  sessions.push(session)
  const links: SessionEvent[] = []
  session.listen((event) => event.event === 'link-changed' && links.push(event))
  return { session, links }
}

const authenticatorOf = ({ session }: { session: RoomSession }): string | undefined =>
  session.view.value.epochAuthenticator?.join()

/** Ada and Ben are in the room, and in one group. */
async function two() {
  const secret = newRoomSecret()
  const ada = await enters('Ada', secret)
  await vi.waitFor(() => expect(authenticatorOf(ada)).toBeDefined(), 10_000)
  const ben = await enters('Ben', secret)
  await agree(ada, ben)
  return { secret, ada, ben }
}

type Entered = Awaited<ReturnType<typeof enters>>

const agree = (ada: Entered, ben: Entered): Promise<void> =>
  vi.waitFor(() => {
    expect(authenticatorOf(ben)).toBeDefined()
    expect(authenticatorOf(ben)).toBe(authenticatorOf(ada))
  }, 10_000)

/** What somebody with that link reads of a name; null where that does not open. */
async function readBy(secret: RoomSecret, name: PersonName | undefined): Promise<string | null> {
  const reader = await SealingPage.enter('eve', secret, { room })
  return name === undefined ? null : ((await reader.sealing.openName(name))?.name ?? null)
}

const namesSeenBy = ({ session }: Entered): string[] =>
  session.view.value.people.map(({ name }) => name).sort()

test('K2 A7 a rename in an encrypted room goes out sealed by its link, and others read it', async () => {
  const { secret, ada, ben } = await two()
  await ada.session.rename('  Ada   Lovelace ')
  expect(edge.renames).toEqual([{ sealed: expect.any(String) }])
  expect(await readBy(secret, edge.renames[0])).toBe('Ada Lovelace')
  expect(await readBy(newRoomSecret(), edge.renames[0])).toBeNull()
  await vi.waitFor(() => expect(namesSeenBy(ben)).toEqual(['Ada Lovelace', 'Ben']))
  await expect(ada.session.rename(' ')).rejects.toMatchObject({ code: 'bad-message' })
  expect(edge.renames).toHaveLength(1)
})

test('K40 D15 whoever is in has the secret of a changed link, hears who changed it, and says their name by it', async () => {
  const { secret, ada, ben } = await two()
  await ada.session.rename('Ada L.')
  await ada.session.changeLink()
  await agree(ada, ben)
  const changed = ada.session.secret.value
  expect([changed === null, changed === secret, ben.session.secret.value]).toEqual([false, false, changed])
  expect([ada.links, ben.links]).toEqual(Array(2).fill([{ event: 'link-changed', by: ADA }]))
  await vi.waitFor(() => expect(edge.renames).toHaveLength(3))
  if (changed === null) return expect.unreachable('no secret')
  const said = await Promise.all(edge.renames.slice(1).map((name) => readBy(changed, name)))
  expect(said.sort()).toEqual(['Ada L.', 'Ben'])
  await ben.session.rename('Benedict')
  expect(await readBy(changed, edge.renames.at(-1))).toBe('Benedict')
  await vi.waitFor(() => expect(namesSeenBy(ada)).toEqual(['Ada L.', 'Benedict']))
  expect([ada, ben].map(({ session }) => session.view.value.tampered)).toEqual([0, 0])
})

test('D15 whoever is put out with a change of the link is put out first, and has not the new one', async () => {
  const { secret, ada, ben } = await two()
  const before = edge.asked.length
  await ada.session.changeLink({ removing: BEN })
  const since = edge.asked.slice(before).filter(({ request }) => request !== 'rename')
  expect(since[0]).toEqual({ request: 'remove-peer', params: { peer: BEN, changesLink: true } })
  expect(since.slice(1).map(({ request, params }) => [request, 'newLink' in params])).toEqual([
    ['commit', false],
    ['commit', true],
  ])
  expect(ada.session.secret.value).not.toBe(secret)
  expect([ben.session.secret.value, ben.links]).toEqual([secret, []])
})

test('D15 a room without a secret has no link to change', async () => {
  const { session, links } = await enters('Ada', null)
  expect([session.secret.value, session.view.value.encryption]).toEqual([null, 'none'])
  await expect(session.changeLink()).rejects.toMatchObject({ code: 'not-encrypted' })
  expect(links).toEqual([])
})
