import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { PeerId, ProducerId } from '../../../protocol/ids.ts'
import type { MediaSource } from '../../../protocol/media/session.ts'
import type { RoomSettings } from '../../../protocol/page-edge/roster.ts'
import type { Quality } from '../../settings/quality.ts'
import type { LocalMedia } from '../capture/local-media.ts'
import type { ScreenCapture } from '../capture/screen-capture.ts'
import type { Ask, OpenedEvent, OpenedWelcome } from '../encryption/opened.ts'
import { Call } from '../media/call.ts'
import type { CallEncryption } from '../media/encryption/call-encryption.ts'
import type { CallDevice } from '../media/mediasoup-client/device.ts'
import { type ShownPicture, wantedPicture } from '../media/shown-picture.ts'
import { ActiveSpeakers } from '../media/voices/active-speakers.ts'
import { LateCutOffWatch } from '../media/voices/late-cut-off-watch.ts'
import { readNetwork } from '../network/network-reading.ts'
import type { Input } from '../room-state/room-state.ts'

export interface CallOfRoomOptions {
  readonly ask: Ask
  /** The network may be bad: worth looking whether the socket lives. */
  readonly unwell: () => void
  readonly localMedia: LocalMedia
  readonly screen: ScreenCapture
  readonly quality: ReadonlySignal<Quality>
  /** Whether the node may never see our address. */
  readonly hidesAddress: ReadonlySignal<boolean>
  /** Whether our voice is sent at a constant rate (K28), where it is encrypted. */
  readonly constantRate: ReadonlySignal<boolean>
  readonly dispatch: (input: Input) => void
  /** Whether that is a microphone that is on, and that we are to hear. */
  readonly isOn: (producer: ProducerId) => boolean
  /** A moderator forbids what we just began to send. */
  readonly forbidden: (source: MediaSource) => void
}

/** Moves the call as the room's messages and our own devices say; does nothing until `open`, or without WebRTC. */
export class CallOfRoom {
  readonly #options: CallOfRoomOptions
  readonly #speakers: ActiveSpeakers
  readonly #cutOffs: LateCutOffWatch
  /** Whether the room asks all for their voices at a constant rate. */
  readonly #asksForRate = signal(false)
  readonly #shown = signal<ReadonlyMap<ProducerId, ShownPicture>>(new Map())
  #call: Call | null = null
  #encryption: CallEncryption | null = null
  #stopFollowing = (): void => {}
  #self: PeerId | null = null
  #closed = false

  constructor(options: CallOfRoomOptions) {
    this.#options = options
    this.#speakers = new ActiveSpeakers(
      (speakers) => options.dispatch({ kind: 'local', fact: 'speakers-changed', speakers }),
      () => this.#call?.suspectNode(),
      (heard, nowMs) => this.#cutOffs.look(heard, nowMs),
    )
    this.#cutOffs = new LateCutOffWatch({
      isOn: options.isOn,
      countReceived: async () => {
        const reports = await this.reports()
        return readNetwork(
          reports.map((report) => report.values()),
          performance.now(),
        ).signs
      },
      changed: (cutOff) => options.dispatch({ kind: 'local', fact: 'cut-off-seen', cutOff }),
    })
  }

  /**
   * To be called before the first welcome can come: that is sent only to whoever has introduced its device.
   *
   * @param encryption - What encrypts and decrypts all media; null where the room is not encrypted.
   */
  open(device: CallDevice, encryption: CallEncryption | null): void {
    if (this.#closed) return
    const { ask, unwell, dispatch } = this.#options
    this.#encryption = encryption
    const call = new Call(device, this.#encryption, ask, {
      received: (received) => {
        dispatch({ kind: 'local', fact: 'received-changed', received })
        this.#cutOffs.follow(received)
        this.#speakers.follow(received)
      },
      linkChanged: (link) => {
        dispatch({ kind: 'local', fact: 'link-changed', link })
        if (link === 'connected') this.#cutOffs.begin()
      },
      pathChanged: (viaTurn) => dispatch({ kind: 'local', fact: 'path-changed', viaTurn }),
      unwell,
      ended: (source) => {
        if (source === 'screen') this.#options.screen.stop()
      },
      forbidden: this.#options.forbidden,
    })
    this.#call = call
    if (encryption)
      this.#speakers.measureBy(
        encryption.levelsOf(async () => (await call.receivingReports()).map((report) => report.values())),
      )
    const stopHiding = effect(() => call.hideAddress(this.#options.hidesAddress.value))
    // A room can ask for more than a person wants, and for no less.
    const stopRate = effect(() => {
      call.keepRate(this.#asksForRate.value || this.#options.constantRate.value)
    })
    const stopDevices = followDevices(call, this.#options)
    const stopView = effect(() => {
      const quality = this.#options.quality.value
      const wanted = [...this.#shown.value].map(
        ([producer, picture]) => [producer, wantedPicture(picture, quality)] as const,
      )
      call.show(new Map(wanted))
    })
    this.#stopFollowing = () => {
      stopHiding()
      stopRate()
      stopDevices()
      stopView()
    }
  }

  handleWelcome({ self, room, peers, media }: OpenedWelcome): void {
    this.#self = self
    this.#obey(room)
    this.#encryption?.learn(peers.flatMap(({ producers }) => producers))
    const announced = peers.find(({ id }) => id === self)?.producers ?? []
    if (media) this.#call?.use(media, announced)
    else this.#call?.lose()
  }

  handleEvent(event: OpenedEvent): void {
    switch (event.event) {
      case 'producer-added':
        this.#encryption?.learn([event.producer])
        if (event.consumer) this.#call?.receive(event.consumer)
        return
      case 'producer-removed':
        this.#encryption?.forget(event.producer)
        this.#call?.dropProducer(event.producer)
        return
      case 'peer-left':
        this.#call?.dropPeer(event.peer)
        return
      case 'media-started':
        this.#call?.use(event.media, [])
        return
      case 'migration-started':
        this.#call?.move(event.media)
        return
      case 'migration-ended':
        this.#call?.endMove()
        return
      case 'ice-servers-changed':
        this.#call?.useIceServers(event.iceServers)
        return
      case 'consumer-added':
        this.#call?.receive(event.consumer)
        return
      case 'room-settings-changed':
        this.#obey(event.room)
        return
      case 'media-lost':
        this.#loseMedia(event.peers)
        return
      case 'peer-joined':
        this.#encryption?.learn(event.peer.producers)
        return
      case 'cut-off-changed':
      case 'peer-renamed':
      case 'peer-role-changed':
      case 'producer-changed':
      case 'knocked':
      case 'knock-ended':
      case 'group-changed':
      case 'message':
      case 'message-cleared':
      case 'source-stopped':
      case 'unmute-asked':
        return
      default:
        event satisfies never
    }
  }

  #obey({ turnLevel, constantRate }: RoomSettings): void {
    this.#asksForRate.value = constantRate
    this.#call?.allowTurn(turnLevel)
  }

  #loseMedia(lost: readonly PeerId[]): void {
    if (this.#self !== null && lost.includes(this.#self)) this.#call?.lose()
    else for (const peer of lost) this.#call?.dropPeer(peer)
  }

  /** Says what the page shows, how large, and what of it comes first. */
  show(pictures: ReadonlyMap<ProducerId, ShownPicture>): void {
    this.#shown.value = pictures
  }

  async reports(): Promise<RTCStatsReport[]> {
    return (await this.#call?.reports()) ?? []
  }

  restartIce(): void {
    this.#call?.restartIce()
  }

  close(): void {
    this.#closed = true
    this.#stopFollowing()
    this.#speakers.stop()
    this.#cutOffs.stop()
    this.#call?.close()
    this.#call = null
  }
}

/** Sends what the devices give, muted as the person wants it, and the screen while it is shared. */
function followDevices(call: Call, { localMedia, screen, quality }: CallOfRoomOptions): () => void {
  const { microphone, camera } = localMedia
  const stopMicrophone = effect(() => {
    const { track, wanted, pending } = microphone.value
    // Exchanging one microphone for another does not look like muting.
    call.want('microphone', { track, paused: !wanted || (track === null && !pending) })
  })
  const stopCamera = effect(() => {
    const { track, wanted } = camera.value
    call.want('camera', { track, paused: !wanted || track === null })
  })
  const stopSending = localMedia.sendThrough((source) => call.sent(source))
  const stopScreen = effect(() => {
    const { video, audio } = screen.state.value
    call.want('screen', { track: video, paused: false })
    call.want('screen-audio', { track: audio, paused: false })
  })
  const stopQuality = effect(() => {
    call.limit(quality.value === 'auto' ? 2 : 0)
    // Off once, when it is chosen: whoever then turns the camera on wants to be seen nevertheless.
    if (quality.value === 'audio') localMedia.setCamera(false).catch((error) => console.error(error))
  })
  return () => {
    stopSending()
    stopScreen()
    stopQuality()
    stopMicrophone()
    stopCamera()
  }
}
