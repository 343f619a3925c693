import { type Signal, signal } from '@preact/signals'
import * as v from 'valibot'
import { PeerId } from '../../../protocol/ids.ts'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import { PasswordProof } from '../../../protocol/page-edge/door.ts'
import type { LocalMedia } from '../../../web/core/capture/local-media.ts'
import type { Person, RoomSession, RoomView, SharedScreen } from '../../../web/core/session/room-session.ts'
import { hearingOf } from '../../../web/features/hearing/hearing.ts'
import { type OwnNotice, ownNoticesOf } from '../../../web/features/notices/own-notices.ts'
import { reactionsOf } from '../../../web/features/reactions/reactions.ts'
import { OpenedMessage } from '../opened.ts'
import { fakeEdge } from './fake-edge.ts'
import { fakePicture } from './fake-picture.ts'
import { fakeReports } from './fake-reports.ts'
import { fakeRoomMessages } from './fake-room-messages.ts'
import { fakeScreen } from './fake-screen.ts'
import { NAMES } from './names.ts'

const person = (index: number): Person => ({
  id: v.parse(PeerId, `person-${String(index).padStart(4, '0')}`),
  name: `${NAMES[index % NAMES.length]}${index < NAMES.length ? '' : ` ${Math.floor(index / NAMES.length) + 1}`}`,
  role: index === 0 ? 'moderator' : 'participant',
  creator: index === 0,
  self: index === 0,
  cutOff: index === 5 || index === 7,
  microphone: index % 4 === 1 ? 'muted' : index % 7 === 6 ? 'none' : 'on',
  speaking: index === 2 || index === 11,
  camera: null,
  cameraOn: index % 3 !== 1,
  video: index % 3 === 1 ? null : fakePicture((index * 47) % 360),
  audio: null,
  nextAudio: null,
  hand: index === 3 ? 1 : null,
})

/** What the first `count` people after oneself share. */
export const fakeScreens = (count: number): SharedScreen[] =>
  Array.from({ length: count }, (_, index) => {
    const { id, name } = person(index + 1)
    return { owner: id, name, self: false, producer: null, video: fakeScreen(), audio: null }
  })

/** What one shares oneself. */
export const ownFakeScreen = (): SharedScreen => {
  const { id, name } = person(0)
  return { owner: id, name, self: true, producer: null, video: fakeScreen(), audio: null }
}

/** Who is not heard by one's own wish, and who applauds. */
const SILENCED = [1, 5]
const APPLAUDS = 4

const applause = v.parse(OpenedMessage, {
  id: 1,
  from: person(APPLAUDS).id,
  name: person(APPLAUDS).name,
  kind: 'reaction',
  addressee: { to: 'everyone' },
  at: 1,
  payload: 'applause',
})

/** What goes by itself after a while stays in a painting: no timer that is set meanwhile ever rings. */
function stillFrom(act: () => void): void {
  const start = window.setTimeout
  Reflect.set(window, 'setTimeout', () => 0)
  try {
    act()
  } finally {
    window.setTimeout = start
  }
}

/** A room with `count` people in it, as still as a painting but for their pictures. */
export function fakeSession(
  localMedia: LocalMedia,
  count: number,
  changes: Partial<RoomView>,
  said: readonly OpenedMessage[] = [],
  told: readonly OwnNotice[] = [],
): RoomSession {
  const view: Signal<RoomView> = signal({
    connection: 'connected',
    refusal: null,
    media: 'flowing',
    offersRelay: true,
    carriedBy: { name: 'Bibliothèque municipale de Lyon', link: 'https://bibliotheque.example/' },
    locked: false,
    lobby: false,
    password: false,
    spokenWords: null,
    constantRate: false,
    knocks: [],
    permissions: { microphone: true, camera: true, screen: true, chat: true },
    moderates: true,
    screens: [],
    soundOnly: false,
    sharingFailed: false,
    encryption: 'link',
    linkKeysReason: 'beginning',
    epochAuthenticator: null,
    keepsOut: false,
    canChangeLink: false,
    tampered: 0,
    people: Array.from({ length: count }, (_, index) => person(index)).map((each) =>
      changes.soundOnly && !each.self ? { ...each, video: null } : each,
    ),
    ...changes,
  })
  const nothingShared = { video: null, audio: null, failed: false }
  const session: RoomSession = {
    room: normaliseRoomName('gallery'),
    secret: signal(null),
    view,
    ready: Promise.resolve(),
    flowed: signal(true),
    messages: fakeRoomMessages([...said, ...(count > APPLAUDS ? [applause] : [])]),
    localMedia,
    screen: { state: signal(nothingShared), async start() {}, stop() {} },
    joinPassword: {
      proof: Promise.resolve(null),
      change: async () => v.parse(PasswordProof, 'A'.repeat(43)),
      async keep() {},
      forget() {},
    },
    ask: fakeEdge(view),
    listen: () => () => {},
    whenOver() {},
    async rename(name) {
      const { people } = view.value
      view.value = { ...view.value, people: people.map((each) => (each.self ? { ...each, name } : each)) }
    },
    async changeLink() {},
    setSoundOnly(soundOnly) {
      view.value = { ...view.value, soundOnly }
    },
    connectionReports: fakeReports,
    show() {},
    async leave() {
      view.value = { ...view.value, connection: 'left' }
    },
  }
  stillFrom(() => {
    reactionsOf(session)
    for (const { id } of SILENCED.flatMap((index) => view.peek().people[index] ?? []))
      hearingOf(session).hear(id, { silenced: true })
    for (const notice of told) ownNoticesOf(session).add(notice)
  })
  return session
}
