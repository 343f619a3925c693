import { type Signal, signal } from '@preact/signals'
import * as v from 'valibot'
import { PeerId } from '../../../protocol/ids.ts'
import type { RelayedMessage } from '../../../protocol/relay.ts'
import { AS_IT_COMES } from '../../../web/core/session/hearing.ts'
import type { News } from '../../../web/core/session/news.ts'
import type { Person, RoomSession, RoomView, SharedScreen } from '../../../web/core/session/room-session.ts'
import { fakeDoor } from './fake-door.ts'
import { fakePicture } from './fake-picture.ts'
import { fakeRelay } from './fake-relay.ts'
import { fakeReports } from './fake-reports.ts'
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
  hearing: index === 1 || index === 5 ? { ...AS_IT_COMES, silenced: true } : AS_IT_COMES,
  hand: index === 3 ? 1 : null,
  reaction: index === 4 ? 'applause' : null,
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

/** A room with `count` people in it, as still as a painting but for their pictures. */
export function fakeSession(
  count: number,
  changes: Partial<RoomView>,
  said: readonly RelayedMessage[] = [],
  told: readonly News[] = [],
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
    waiting: [],
    allowed: { microphone: true, camera: true, screen: true, chat: true },
    moderates: true,
    screens: [],
    soundOnly: false,
    sharingFailed: false,
    people: Array.from({ length: count }, (_, index) => person(index)).map((each) =>
      changes.soundOnly && !each.self ? { ...each, video: null } : each,
    ),
    ...changes,
  })
  const news = signal(told.map((item, id) => ({ ...item, id })))
  const takeNewsAway = (id: number): void => {
    news.value = news.value.filter((item) => item.id !== id)
  }
  return {
    view,
    ready: Promise.resolve(),
    relay: fakeRelay(said),
    door: fakeDoor(view),
    moderation: {
      async setAllowed(what, allowed) {
        view.value = { ...view.value, allowed: { ...view.value.allowed, [what]: allowed } }
      },
      async setRole() {},
      async stopSource() {},
      async askUnmute() {},
      async remove() {},
    },
    hands: {
      async raise() {},
      async lower() {},
      async lowerAll() {},
    },
    news: {
      list: news,
      dismiss: takeNewsAway,
      decline: takeNewsAway,
    },
    async rename(name) {
      const { people } = view.value
      view.value = { ...view.value, people: people.map((each) => (each.self ? { ...each, name } : each)) }
    },
    async react() {},
    hearOnly(soundOnly) {
      view.value = { ...view.value, soundOnly }
    },
    hear(peer, change) {
      const people = view.value.people.map((each) =>
        each.id === peer ? { ...each, hearing: { ...each.hearing, ...change } } : each,
      )
      view.value = { ...view.value, people }
    },
    async setScreenShare() {},
    connectionReports: fakeReports,
    show() {},
    async leave() {
      view.value = { ...view.value, connection: 'left' }
    },
  }
}
