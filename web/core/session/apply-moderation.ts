import { effect, type ReadonlySignal } from '@preact/signals'
import type { Allowances } from '../../../protocol/allowances.ts'
import type { PeerId } from '../../../protocol/ids.ts'
import { ALLOWANCE_OF_SOURCE, type MediaSource } from '../../../protocol/media.ts'
import type { PageEvent } from '../../../protocol/page-events.ts'
import type { LocalMedia } from '../capture/local-media.ts'
import type { ScreenCapture } from '../capture/screen-capture.ts'
import type { RoomState } from '../room-state/room-state.ts'
import type { NewsOfRoom } from './news.ts'

interface ModeratedOptions {
  readonly state: ReadonlySignal<RoomState>
  readonly localMedia: LocalMedia
  readonly screen: ScreenCapture
  readonly news: NewsOfRoom
}

/** Does to our own devices what moderators decide (A4, A5), and tells us of it. Nobody turns anything on but ourselves. */
export class AppliedModeration {
  readonly #options: ModeratedOptions
  readonly #stop: () => void

  constructor(options: ModeratedOptions) {
    this.#options = options
    const { state, localMedia, screen } = options
    this.#stop = effect(() => {
      const { allowed } = state.value
      if (state.value.self === null || moderates(state.value)) return
      if (!allowed.microphone && localMedia.microphone.value.wanted) this.forbid('microphone')
      if (!allowed.camera && localMedia.camera.value.wanted) this.forbid('camera')
      if (!allowed.screen && screen.state.value.video) this.forbid('screen')
    })
  }

  /** Turns off what may not be on, and says why (A4); nothing where it is off already. */
  forbid(source: MediaSource): void {
    const kind = ALLOWANCE_OF_SOURCE[source]
    if (!this.#isOn(kind)) return
    this.#turnOff(kind)
    if (!this.#mayBeOn(kind)) this.#options.news.add({ what: `${kind}-forbidden` })
  }

  #mayBeOn(kind: keyof Allowances): boolean {
    const state = this.#options.state.peek()
    return state.allowed[kind] || moderates(state)
  }

  #isOn(source: 'microphone' | 'camera' | 'screen'): boolean {
    const { localMedia, screen } = this.#options
    return source === 'screen' ? screen.state.peek().video !== null : localMedia[source].peek().wanted
  }

  /** To be called when the state has the event in it. */
  handle(event: PageEvent): void {
    const { state, news } = this.#options
    switch (event.event) {
      case 'source-stopped':
        this.#turnOff(event.source)
        // That it is forbidden says more: it holds for everybody, and for longer.
        if (!this.#mayBeOn(ALLOWANCE_OF_SOURCE[event.source])) return
        news.add({ what: 'source-stopped', source: event.source, by: this.#nameOf(event.by) })
        return
      case 'unmute-asked':
        news.add({ what: 'unmute-asked', by: this.#nameOf(event.by) })
        return
      case 'peer-role-changed': {
        if (event.peer !== state.peek().self) return
        if (event.role === 'participant') news.add({ what: 'role-taken' })
        else news.add({ what: this.#isOnlyModerator() ? 'role-inherited' : 'role-given' })
        return
      }
    }
  }

  close(): void {
    this.#stop()
  }

  #turnOff(source: MediaSource): void {
    const { localMedia, screen } = this.#options
    if (source === 'microphone') localMedia.setMicrophone(false).catch(reportError)
    else if (source === 'camera') localMedia.setCamera(false).catch(reportError)
    else screen.stop()
  }

  #nameOf(peer: PeerId): string {
    return this.#options.state.peek().peers.find(({ id }) => id === peer)?.name ?? ''
  }

  #isOnlyModerator(): boolean {
    return this.#options.state.peek().peers.filter(({ role }) => role === 'moderator').length === 1
  }
}

const moderates = ({ peers, self }: RoomState): boolean =>
  peers.some((peer) => peer.id === self && peer.role === 'moderator')
