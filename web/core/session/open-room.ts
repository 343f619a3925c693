import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { ProtocolError } from '../../../protocol/errors.ts'
import type { NodeId } from '../../../protocol/ids.ts'
import { DisplayName, tidyDisplayName } from '../../../protocol/names/display-name.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import type { MeasuredNode } from '../../../protocol/page-edge/requests.ts'
import { readWith } from '../../../protocol/reading.ts'
import type { Quality } from '../../settings/quality.ts'
import type { LocalMedia } from '../capture/local-media.ts'
import { ScreenCapture, type ScreenState } from '../capture/screen-capture.ts'
import type { Ask, OpenedJoinParams, OpenedPeer } from '../encryption/opened.ts'
import { loadEncryptedRoom, RoomEncryption } from '../encryption/room-encryption.ts'
import { type RoomSecret, readSecret } from '../encryption/room-secret.ts'
import { RoomSignalling } from '../encryption/room-signalling.ts'
import { beginMediaWorkerAhead } from '../media/encryption/begun-media-worker.ts'
import { canEncryptMedia } from '../media/encryption/can-encrypt-media.ts'
import { loadCallDevice } from '../media/mediasoup-client/device.ts'
import { ownVoice } from '../media/voices/own-voice.ts'
import { watchNetwork } from '../network/network-watch.ts'
import { fold, INITIAL_STATE, type Input, type KeysInUse, type RoomState } from '../room-state/room-state.ts'
import { isToBeHeard, keepUnchangedPeople, type OwnMedia, roomViewOf } from '../room-state/room-view-of.ts'
import { dial, socketAddress } from '../signalling/early-dial.ts'
import { tabMemory } from '../signalling/resume-memory.ts'
import { CallOfRoom } from './call-of-room.ts'
import { connectionListener } from './connection-listener.ts'
import { joinParamsOf } from './join-params.ts'
import { LossWatch } from './loss-watch.ts'
import { MessagesOfRoom } from './room-messages.ts'
import type { JoinPassword, RoomSession, RoomView } from './room-session.ts'
import { SessionEvents } from './session-events.ts'
import { soundOnlyOver } from './sound-only.ts'
import { timeToDraw } from './time-to-draw.ts'

/** What an encrypted room begins with. */
const LINK_KEYS: KeysInUse = {
  encryption: 'link',
  linkKeysReason: 'beginning',
  epochAuthenticator: null,
  keepsOut: false,
}

/** How long the edge may take to note that we leave. */
const LEAVE_PATIENCE_MS = 500

export interface OpenRoomOptions {
  readonly room: RoomName
  /** What one is to be called. */
  readonly name: string
  /** One's own devices; they stay their owner's, and are not stopped by leaving. */
  readonly localMedia: LocalMedia
  readonly joinPassword: JoinPassword
  /** That of the room's link; null for a room that is known by its name alone. */
  readonly secret: RoomSecret | null
  /** What people of an encrypted room are called whose name does not open. */
  readonly unreadableName: () => string
  /** How much picture the person wants. */
  readonly quality: ReadonlySignal<Quality>
  /** Whether the node may never see our address. */
  readonly hidesAddress: ReadonlySignal<boolean>
  /** Whether our voice is sent at a constant rate (K28), where it is encrypted. */
  readonly constantRate: ReadonlySignal<boolean>
  /** Whether only the place is wanted that this tab had; new to the room where it is not given. */
  readonly resumeOnly?: boolean
  /** The node that is to carry the room, if it opens with us; left to the swarm where it is not given. */
  readonly preferredNode?: NodeId | null
  /** How far nodes are, of those that were measured. */
  readonly measuredNodes: readonly MeasuredNode[]
}

// Known before any room, and not needed before the socket is open: made while the person looks at the preview.
const linkHasSecret = readSecret(location.hash).is === 'whole'
void loadCallDevice(linkHasSecret)
if (linkHasSecret) {
  loadEncryptedRoom().catch((cause) => console.warn('encryption:', cause))
  // What comes before the worker is there is lost, and a browser asks for another key frame only after a while.
  if (canEncryptMedia()) beginMediaWorkerAhead()
}

/**
 * Enters a room. What happens then stands in the session's `view`: a refusal, too. Throws `bad-message` where the person's
 * name is none.
 */
export function openRoom(options: OpenRoomOptions): RoomSession {
  const { room, localMedia, joinPassword } = options
  const state = signal<RoomState>(
    options.secret === null ? INITIAL_STATE : { ...INITIAL_STATE, keys: LINK_KEYS },
  )
  const secret = signal(options.secret)
  const dispatch = dispatchTo(state)
  const soundOnly = soundOnlyOver(options.quality)
  const events = new SessionEvents()
  const screen = new ScreenCapture()
  const ask: Ask = (name, params) => signalling.ask(name, params)
  const tampered = (): void => dispatch({ kind: 'local', fact: 'tampered', count: 1 })
  const encryption = new RoomEncryption(room, options.secret, {
    ask,
    tampered,
    checkConnection: () => signalling.wake(),
    keysChanged: (keys) => dispatch({ kind: 'local', fact: 'keys-changed', ...keys }),
    failed: (cause) => signalling.giveUp(ProtocolError.from(cause)),
    linkChanged: (changed, by) => {
      secret.value = changed
      const self = ownPeer(state.peek())
      // Whoever comes by the new link reads our name by that.
      if (self) signalling.rename(self.name).catch((cause) => console.warn('link:', cause))
      events.tell({ event: 'link-changed', by: (by === null ? self?.id : by) ?? null })
    },
  })
  const messages = new MessagesOfRoom({
    state,
    signalling: {
      send: (sending) => signalling.send(sending),
      clear: (params) => signalling.clear(params),
      history: (after) => signalling.history(after),
    },
    dispatch,
  })
  const call = new CallOfRoom({
    ask,
    unwell: () => signalling.wake(),
    localMedia,
    screen,
    quality: soundOnly.wanted,
    hidesAddress: options.hidesAddress,
    constantRate: options.constantRate,
    dispatch,
    isOn: (producer) => isToBeHeard(state.peek(), producer),
    forbidden: (source) => events.tell({ event: 'source-forbidden', source }),
  })
  const signalling: RoomSignalling = new RoomSignalling({
    connection: {
      url: socketAddress(location.origin, room),
      dial,
      memory: tabMemory(room, () => sessionStorage),
      resumeOnly: options.resumeOnly ?? false,
    },
    joinParams: joinParamsFor(options, state),
    sealing: encryption.sealing,
    introduced: (peer, stay) => encryption.introduced(peer, stay),
    unreadableName: () => readWith(DisplayName, tidyDisplayName(options.unreadableName())),
    tampered,
    listener: connectionListener({ dispatch, call, messages, password: joinPassword, events }),
  })
  prepareCall(call, encryption, dispatch)
  watchForTrouble(events, signalling, call, dispatch)
  const voice = ownVoice(localMedia.level)
  events.whenOver(() => {
    voice.stop()
    screen.stop()
    call.close()
    encryption.close()
  })
  return {
    room,
    secret,
    view: viewOf(state, localMedia, screen.state, voice.speaking, soundOnly.wanted),
    ready: timeToDraw(state),
    flowed: computed(() => state.value.flowed),
    messages,
    localMedia,
    screen,
    joinPassword,
    ask,
    listen: (hear) => events.listen(hear),
    whenOver: (end) => events.whenOver(end),
    rename: async (wanted) => {
      await signalling.rename(readWith(DisplayName, tidyDisplayName(wanted)))
    },
    changeLink: async ({ removing: peer } = {}) => {
      if (peer !== undefined) await ask('remove-peer', { peer, changesLink: true })
      await encryption.changeLink(peer ?? null)
    },
    setSoundOnly: soundOnly.setSoundOnly,
    show: (pictures) => call.show(pictures),
    connectionReports: async () => (await call.reports()).map((report) => report.values()),
    leave: () => leave(signalling, events, dispatch),
  }
}

const dispatchTo =
  (state: Signal<RoomState>) =>
  (input: Input): void => {
    state.value = fold(state.peek(), input)
  }

async function leave(
  signalling: RoomSignalling,
  events: SessionEvents,
  dispatch: (input: Input) => void,
): Promise<void> {
  const left = signalling.leave(LEAVE_PATIENCE_MS)
  events.close()
  await left
  dispatch({ kind: 'local', fact: 'left' })
}

/** With what one joins, each time: under the name that one has by then. */
function joinParamsFor(
  { room, name, joinPassword, secret, preferredNode = null, measuredNodes }: OpenRoomOptions,
  state: ReadonlySignal<RoomState>,
): () => Promise<OpenedJoinParams> {
  const displayName = readWith(DisplayName, tidyDisplayName(name))
  const first = joinParamsOf({
    room,
    name: displayName,
    device: loadCallDevice(secret !== null),
    password: joinPassword,
    preferredNode,
    measuredNodes,
  })
  return async () => ({ ...(await first), name: ownPeer(state.peek())?.name ?? displayName })
}

const ownPeer = ({ self, peers }: RoomState): OpenedPeer | undefined => peers.find(({ id }) => id === self)

function prepareCall(call: CallOfRoom, encryption: RoomEncryption, dispatch: (input: Input) => void): void {
  Promise.all([loadCallDevice(encryption.sealing !== null), encryption.media])
    .then(([device, media]) => {
      if (device) call.open(device, media)
      else dispatch({ kind: 'local', fact: 'webrtc-missing' })
    })
    .catch((cause) => console.error('call:', cause))
}

/** Looks after the call where the network changes or a node dies. */
function watchForTrouble(
  events: SessionEvents,
  signalling: RoomSignalling,
  call: CallOfRoom,
  dispatch: (input: Input) => void,
): void {
  const losses = new LossWatch(() => dispatch({ kind: 'local', fact: 'loss-over' }))
  events.listen((event) => losses.handle(event))
  const stopWatching = watchNetwork({
    changed: () => {
      signalling.wake()
      call.restartIce()
    },
    seen: () => signalling.wake(),
  })
  events.whenOver(() => {
    stopWatching()
    losses.close()
  })
}

function viewOf(
  state: Signal<RoomState>,
  { microphone, camera }: LocalMedia,
  screen: ReadonlySignal<ScreenState>,
  speaking: ReadonlySignal<boolean>,
  quality: ReadonlySignal<Quality>,
): ReadonlySignal<RoomView> {
  let earlier: RoomView | null = null
  return computed(() => {
    const own: OwnMedia = {
      microphone: microphone.value,
      camera: camera.value,
      screen: screen.value,
      speaking: speaking.value,
      soundOnly: quality.value === 'audio',
    }
    const view = roomViewOf(state.value, own)
    earlier = earlier ? keepUnchangedPeople(view, earlier) : view
    return earlier
  })
}
