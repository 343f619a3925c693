import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { DisplayName, tidyDisplayName } from '../../../protocol/display-name.ts'
import type { NodeId } from '../../../protocol/ids.ts'
import type { MeasuredNode } from '../../../protocol/page-requests.ts'
import { readWith } from '../../../protocol/reading.ts'
import { normaliseRoomName } from '../../../protocol/room-name.ts'
import type { Peer } from '../../../protocol/roster.ts'
import type { Quality } from '../../settings/quality.ts'
import type { LocalMedia } from '../capture/local-media.ts'
import { ScreenCapture, type ScreenState } from '../capture/screen-capture.ts'
import { type CallDevice, loadCallDevice } from '../media/mediasoup-client/device.ts'
import { hear, SILENT } from '../media/voices/voice-activity.ts'
import { watchNetwork } from '../network/network-watch.ts'
import { fold, INITIAL_STATE, type Input, type RoomState } from '../room-state/room-state.ts'
import { isToBeHeard, keepUnchangedPeople, roomViewOf } from '../room-state/room-view-of.ts'
import { dial } from '../signalling/early-dial.ts'
import { tabMemory } from '../signalling/resume-memory.ts'
import { socketAddress } from '../signalling/room-address.ts'
import { type Ask, SignalConnection } from '../signalling/signal-connection.ts'
import { AppliedModeration } from './apply-moderation.ts'
import { CallOfRoom } from './call-of-room.ts'
import { tellOfDevices } from './device-news.ts'
import { doorOf } from './door.ts'
import { handsOver } from './hands.ts'
import { HearingOfRoom } from './hearing.ts'
import { joinParamsOf } from './join-params.ts'
import { LossWatch } from './loss-watch.ts'
import { moderationBy } from './moderation.ts'
import { NewsOfRoom } from './news.ts'
import { ReactionsOfRoom } from './reactions.ts'
import { MessagesOfRoom } from './room-messages.ts'
import { RoomPassword } from './room-password.ts'
import type { RoomSession, RoomView } from './room-session.ts'
import { soundOnlyOver } from './sound-only.ts'
import { timeToDraw } from './time-to-draw.ts'
import { watchLink } from './watch-link.ts'

/** How long the edge may take to note that we leave. */
const LEAVE_PATIENCE_MS = 500

export interface OpenRoomOptions {
  /** As it stands in the address, or as somebody typed it. */
  readonly room: string
  /** What one is to be called. */
  readonly name: string
  /** One's own devices; they stay their owner's, and are not stopped by leaving. */
  readonly localMedia: LocalMedia
  /** How much picture the person wants; all that fits where it is not given. */
  readonly quality?: ReadonlySignal<Quality>
  /** Whether the node may never see our address; it may where it is not given. */
  readonly hidesAddress?: ReadonlySignal<boolean>
  /** The room's password, as the person typed it; what this tab remembers where it is not given. */
  readonly password?: string
  /** Whether only the place is wanted that this tab had; new to the room where it is not given. */
  readonly onlyBack?: boolean
  /** The node that is to carry the room, if it opens with us; left to the swarm where it is not given. */
  readonly wished?: NodeId | null
  /** How far nodes are, of those that were measured; none where it is not given. */
  readonly measured?: readonly MeasuredNode[]
  /** The origin of the edge, where it is not the page's own. */
  readonly edge?: string
}

// Known before any room, and not needed before the socket is open: made while the person looks at the preview.
void loadCallDevice()

/**
 * Enters a room. What happens then stands in the session's `view`: a refusal, too. Throws `bad-room-name` or
 * `bad-message` where the room's or the person's name is none.
 */
export function openRoom({
  room,
  name,
  localMedia,
  quality = signal('auto'),
  hidesAddress = signal(false),
  password,
  onlyBack = false,
  wished = null,
  measured = [],
  edge = location.origin,
}: OpenRoomOptions): RoomSession {
  const roomName = normaliseRoomName(room)
  const displayName = readWith(DisplayName, tidyDisplayName(name))
  const state = signal(INITIAL_STATE)
  const dispatch = (input: Input): void => {
    state.value = fold(state.peek(), input)
  }
  const { wanted, hearOnly } = soundOnlyOver(quality)
  const device = loadCallDevice()
  const screen = new ScreenCapture()
  const roomPassword = new RoomPassword(roomName, password ?? null, () => sessionStorage)
  const joining = joinParamsOf({
    room: roomName,
    name: displayName,
    device,
    password: roomPassword,
    wished,
    measured,
  })
  const connection: SignalConnection = new SignalConnection({
    url: socketAddress(edge, roomName),
    dial,
    joinParams: async () => ({ ...(await joining), name: selfIn(state.peek())?.name ?? displayName }),
    memory: tabMemory(roomName, () => sessionStorage),
    onlyBack,
    listener: {
      waiting: () => {
        dispatch({ kind: 'local', fact: 'lobby-entered' })
        roomPassword.keep().catch(reportError)
      },
      cut: () => dispatch({ kind: 'local', fact: 'socket-cut' }),
      resumed: () => dispatch({ kind: 'local', fact: 'socket-resumed' }),
      welcomed: (welcome) => {
        // The media first: its way is longer than the picture's.
        call.handleWelcome(welcome)
        dispatch({ kind: 'welcome', welcome })
        hearing.meet(welcome.peers)
        relay.catchUp().catch((cause) => console.warn('relay:', cause))
        roomPassword.keep().catch(reportError)
      },
      happened: (event) => {
        dispatch({ kind: 'event', event })
        call.handleEvent(event)
        moderated.handle(event)
        losses.handle(event)
        if (event.event === 'peer-joined') hearing.meet([event.peer])
        if (event.event === 'relayed') relay.handle(event.message)
      },
      refused: (error) => {
        close()
        if (error.code === 'wrong-password') roomPassword.forget()
        dispatch({ kind: 'local', fact: 'refused', code: error.code })
      },
    },
  })
  const ask: Ask = (name, params) => connection.request(name, params)
  const relay = new MessagesOfRoom({ state, ask, dispatch })
  const reactions = new ReactionsOfRoom({ relay, self: () => state.peek().self, dispatch })
  const hearing = new HearingOfRoom({ room: roomName, state, dispatch })
  const news = new NewsOfRoom()
  const losses = new LossWatch(() => dispatch({ kind: 'local', fact: 'loss-over' }))
  const moderated = new AppliedModeration({ state, localMedia, screen, news })
  const stopDeviceNews = tellOfDevices(localMedia, news)
  const call = new CallOfRoom({
    connection,
    localMedia,
    screen,
    quality: wanted,
    hidesAddress,
    dispatch,
    isOn: (producer) => isToBeHeard(state.peek(), producer),
    forbidden: (source) => moderated.forbid(source),
  })
  const connectionReports = async () => (await call.reports()).map((report) => report.values())
  device.then((found) => prepareCall(call, found, dispatch)).catch((cause) => console.error('call:', cause))
  const stopWatchingLink = watchLink(state, {
    reports: connectionReports,
    isSoundOnly: () => wanted.peek() === 'audio',
    offer: (what) => news.add({ what }),
    withdraw: (what) => news.withdraw(what),
  })
  const stopWatching = watchNetwork({
    changed: () => {
      connection.wake()
      call.restartIce()
    },
    seen: () => connection.wake(),
  })
  const { speaking, stop: stopHearing } = ownSpeaking(localMedia.level)
  const close = (): void => {
    stopWatching()
    stopWatchingLink()
    stopHearing()
    reactions.close()
    losses.close()
    moderated.close()
    stopDeviceNews()
    news.close()
    screen.stop()
    call.close()
  }

  return {
    view: viewOf(state, localMedia, screen.state, speaking, wanted),
    ready: timeToDraw(state),
    relay,
    moderation: moderationBy(ask),
    door: doorOf(roomPassword, ask),
    hands: handsOver(relay),
    news,
    rename: async (wanted) => {
      await ask('rename', { name: readWith(DisplayName, tidyDisplayName(wanted)) })
    },
    hear: (peer, change) => hearing.hear(peer, change),
    react: (reaction) => reactions.react(reaction),
    setScreenShare: async (on) => {
      if (on) await screen.start()
      else screen.stop()
    },
    connectionReports,
    hearOnly,
    show: (pictures) => call.show(pictures),
    leave: async () => {
      const left = connection.leave(LEAVE_PATIENCE_MS)
      close()
      await left
      dispatch({ kind: 'local', fact: 'left' })
    },
  }
}

const selfIn = ({ self, peers }: RoomState): Peer | undefined => peers.find(({ id }) => id === self)

function prepareCall(call: CallOfRoom, device: CallDevice | null, dispatch: (input: Input) => void): void {
  if (device) call.open(device)
  else dispatch({ kind: 'local', fact: 'webrtc-missing' })
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
    const own = {
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

/** Whether we ourselves speak, from our microphone's level. */
function ownSpeaking(level: LocalMedia['level']): { speaking: ReadonlySignal<boolean>; stop: () => void } {
  const speaking = signal(false)
  let gate = SILENT
  const stop = effect(() => {
    // What cannot be measured is never seen to speak here; others hear it all the same.
    gate = hear(gate, level.value ?? 0, performance.now())
    speaking.value = gate.speaking
  })
  return { speaking, stop }
}
