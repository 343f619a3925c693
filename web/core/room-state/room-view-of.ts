import type { PeerId, ProducerId } from '../../../protocol/ids.ts'
import type { MediaSource, ProducerInfo } from '../../../protocol/media/session.ts'
import type { CaptureState } from '../capture/local-media.ts'
import type { ScreenState } from '../capture/screen-capture.ts'
import type { OpenedPeer } from '../encryption/opened.ts'
import type { MediaStatus, Person, RoomView, SharedScreen } from '../session/room-session.ts'
import { heldPicture } from './held-media.ts'
import { messagesOf } from './message-log.ts'
import type { RoomState } from './room-state.ts'

/** What we ourselves show and sound: known here before the room knows it. */
export interface OwnMedia {
  readonly microphone: CaptureState
  readonly camera: CaptureState
  readonly screen: ScreenState
  readonly speaking: boolean
  /** Whether we do without pictures of people. */
  readonly soundOnly: boolean
}

/** What the view of a room shows of its state. */
export function roomViewOf(state: RoomState, own: OwnMedia): RoomView {
  const { settings } = state
  const moderates = state.peers.some((peer) => peer.id === state.self && peer.role === 'moderator')
  return {
    connection: state.connection,
    refusal: state.refusal,
    media: mediaStatusOf(state),
    offersRelay: state.offersRelay,
    carriedBy: state.carriedBy ?? (state.carried ? 'site' : null),
    locked: settings.locked,
    permissions: settings.permissions,
    lobby: settings.lobby,
    password: settings.password,
    spokenWords: settings.spokenWords,
    constantRate: settings.constantRate,
    ...state.keys,
    canChangeLink: moderates && state.keys.encryption === 'group',
    tampered: state.tampered,
    moderates,
    knocks: moderates ? state.knocks : [],
    people: state.peers.map((peer) => ({
      ...(peer.id === state.self ? selfOf(peer, own) : personOf(peer, state, own)),
      hand: placeInQueue(peer.id, state),
    })),
    screens: state.peers.flatMap((peer) => screenOf(peer, state, own)),
    soundOnly: own.soundOnly,
    sharingFailed: own.screen.failed,
  }
}

/**
 * The same view, with those people of an earlier one that did not change: a tile is drawn again only for a reason.
 */
export function keepUnchangedPeople(view: RoomView, earlier: RoomView): RoomView {
  const before = new Map(earlier.people.map((person) => [person.id, person]))
  const screensBefore = new Map(earlier.screens.map((screen) => [screen.owner, screen]))
  return {
    ...view,
    people: view.people.map((person) => unlessSame(person, before.get(person.id))),
    screens: view.screens.map((screen) => unlessSame(screen, screensBefore.get(screen.owner))),
  }
}

/** What goes to and from us where we go through TURN (M10). */
const STATUS_OF_TURN = { all: 'flowing', 'audio-only': 'voices-only', nothing: 'relay-spent' } as const

function mediaStatusOf({ webrtc, carried, link, flowed, viaTurn, settings }: RoomState): MediaStatus {
  if (!webrtc) return 'unsupported'
  if (carried === null) return 'starting'
  if (!carried) return 'waiting'
  if (link === 'no-relay') return settings.turnLevel === 'nothing' ? 'relay-spent' : 'no-relay'
  if (link === 'connected' || link === 'idle') return viaTurn ? STATUS_OF_TURN[settings.turnLevel] : 'flowing'
  return link === 'broken' || flowed ? 'reconnecting' : 'starting'
}

/** What a tile shows of somebody's media, beside their hand. */
type Appearance = Omit<Person, 'hand'>

/** Hands stand in the order in which they went up, counted from 1. */
function placeInQueue(peer: PeerId, { messages }: RoomState): number | null {
  const place = messagesOf(messages, 'hand').findIndex((hand) => hand.from === peer)
  return place === -1 ? null : place + 1
}

const selfOf = (
  { id, name, role, creator }: OpenedPeer,
  { microphone, camera, speaking }: OwnMedia,
): Appearance => ({
  id,
  name,
  role,
  creator,
  self: true,
  microphone: microphone.track ? (microphone.wanted ? 'on' : 'muted') : 'none',
  cutOff: false,
  speaking: speaking && microphone.wanted,
  camera: null,
  cameraOn: camera.wanted && camera.track !== null,
  video: camera.wanted ? camera.track : null,
  audio: null,
  nextAudio: null,
})

function personOf(peer: OpenedPeer, state: RoomState, { soundOnly }: OwnMedia): Appearance {
  const { id, name, role, creator, producers } = peer
  const cutOff = peer.cutOff === true || state.cutOff.has(id)
  const microphone = producerOf(producers, 'microphone')
  const camera = producerOf(producers, 'camera')
  return {
    id,
    name,
    role,
    creator,
    self: false,
    cutOff,
    microphone: microphone ? (microphone.paused ? 'muted' : 'on') : 'none',
    speaking: !cutOff && microphone?.paused === false && state.speakers.has(microphone.id),
    camera: camera?.id ?? null,
    cameraOn: camera?.paused === false,
    // What is not asked for stands still: initials say better that nobody is to be seen.
    video: soundOnly ? null : trackOf(id, camera, state),
    // A muted voice keeps its track, so that the element that plays it is ready when it speaks again.
    audio: receivedTrackOf(microphone, state),
    nextAudio: receivedTrackOf(successorOf(microphone, producers), state),
  }
}

function screenOf(
  { id, name, producers }: OpenedPeer,
  state: RoomState,
  { screen }: OwnMedia,
): SharedScreen[] {
  if (id === state.self) {
    const { video } = screen
    return video ? [{ owner: id, name, self: true, producer: null, video, audio: null }] : []
  }
  const picture = producerOf(producers, 'screen')
  if (!picture) return []
  const video = trackOf(id, picture, state)
  const audio = receivedTrackOf(producerOf(producers, 'screen-audio'), state)
  return [{ owner: id, name, self: false, producer: picture.id, video, audio }]
}

const producerOf = (producers: readonly ProducerInfo[], source: MediaSource): ProducerInfo | undefined =>
  producers.find((producer) => producer.source === source)

/** What takes a producer's place when its owner moves to another node. */
const successorOf = (
  producer: ProducerInfo | undefined,
  producers: readonly ProducerInfo[],
): ProducerInfo | undefined =>
  producers.find((other) => other.source === producer?.source && other.id !== producer.id)

/** Whether that is a microphone that is on, and nothing is known to hold it back (M10). */
export const isToBeHeard = ({ peers, viaTurn, settings }: RoomState, producer: ProducerId): boolean =>
  !(viaTurn && settings.turnLevel === 'nothing') &&
  peers.some(({ producers }) =>
    producers.some(({ id, source, paused }) => id === producer && source === 'microphone' && !paused),
  )

/** The picture to show; none where none comes any more: the last one would stand still for longer than a moment. */
function trackOf(
  peer: PeerId,
  producer: ProducerInfo | undefined,
  state: RoomState,
): MediaStreamTrack | null {
  if (!producer || producer.paused || (state.viaTurn && state.settings.turnLevel !== 'all')) return null
  return receivedTrackOf(producer, state) ?? heldPicture(state.held, peer, producer.source)
}

const receivedTrackOf = (
  producer: ProducerInfo | undefined,
  { received }: RoomState,
): MediaStreamTrack | null => received.find((each) => each.producer === producer?.id)?.track ?? null

function unlessSame<Item extends object>(item: Item, before: Item | undefined): Item {
  if (!before) return item
  const values = new Map(Object.entries(before))
  return Object.entries(item).every(([key, value]) => values.get(key) === value) ? before : item
}
