import { effect, type ReadonlySignal, untracked } from '@preact/signals'
import type { PeerId } from '../../../protocol/ids.ts'
import { type MediaSource, PERMISSION_OF_SOURCE } from '../../../protocol/media/session.ts'
import type { Permissions } from '../../../protocol/page-edge/permissions.ts'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import type { RoomSession, RoomView, SessionEvent } from '../../core/session/room-session.ts'
import { type OwnNotices, ownNoticesOf } from '../notices/own-notices.ts'

/** The part of a room's view that says what we may do. */
export type ModeratedView = Pick<RoomView, 'permissions' | 'moderates' | 'people'>

/** The part of a session that moderators' decisions reach into. */
interface ModeratedSession extends Pick<RoomSession, 'listen' | 'whenOver'> {
  readonly view: ReadonlySignal<ModeratedView>
  readonly localMedia: Pick<LocalMedia, 'microphone' | 'camera' | 'setMicrophone' | 'setCamera'>
  readonly screen: Pick<RoomSession['screen'], 'state' | 'stop'>
}

/** Does to our own devices what moderators decide (A4, A5), and tells us of it. Nobody turns anything on but ourselves. */
export function applyModeration(session: RoomSession): void {
  new AppliedModeration(session, ownNoticesOf(session))
}

export class AppliedModeration {
  readonly #session: ModeratedSession
  readonly #notices: Pick<OwnNotices, 'add'>

  constructor(session: ModeratedSession, notices: Pick<OwnNotices, 'add'>) {
    this.#session = session
    this.#notices = notices
    const { view, localMedia, screen } = session
    const stopReading = effect(() => {
      const { permissions, moderates, people } = view.value
      if (people.length === 0 || moderates) return
      const forbidden = [
        ...(!permissions.microphone && localMedia.microphone.value.wanted ? (['microphone'] as const) : []),
        ...(!permissions.camera && localMedia.camera.value.wanted ? (['camera'] as const) : []),
        ...(!permissions.screen && screen.state.value.video ? (['screen'] as const) : []),
      ]
      untracked(() => {
        for (const source of forbidden) this.#forbid(source)
      })
    })
    session.listen((event) => this.#handle(event))
    session.whenOver(stopReading)
  }

  /** Turns off what may not be on, and says why (A4); nothing where it is off already. */
  #forbid(source: MediaSource): void {
    const kind = PERMISSION_OF_SOURCE[source]
    if (!this.#isOn(kind)) return
    this.#turnOff(kind)
    if (!this.#mayBeOn(kind)) this.#notices.add({ what: `${kind}-forbidden` })
  }

  #mayBeOn(kind: keyof Permissions): boolean {
    const { permissions, moderates } = this.#session.view.peek()
    return permissions[kind] || moderates
  }

  #isOn(source: 'microphone' | 'camera' | 'screen'): boolean {
    const { localMedia, screen } = this.#session
    return source === 'screen' ? screen.state.peek().video !== null : localMedia[source].peek().wanted
  }

  #handle(event: SessionEvent): void {
    switch (event.event) {
      case 'source-forbidden':
        this.#forbid(event.source)
        return
      case 'source-stopped':
        this.#turnOff(event.source)
        // That it is forbidden says more: it holds for everybody, and for longer.
        if (!this.#mayBeOn(PERMISSION_OF_SOURCE[event.source])) return
        this.#notices.add({ what: 'source-stopped', source: event.source, by: this.#nameOf(event.by) })
        return
      case 'unmute-asked':
        this.#notices.add({ what: 'unmute-asked', by: this.#nameOf(event.by) })
        return
      case 'peer-role-changed': {
        const { people } = this.#session.view.peek()
        if (!people.some(({ id, self }) => self && id === event.peer)) return
        if (event.role === 'participant') this.#notices.add({ what: 'role-taken' })
        else this.#notices.add({ what: this.#isOnlyModerator() ? 'role-inherited' : 'role-given' })
        return
      }
    }
  }

  #turnOff(source: MediaSource): void {
    const { localMedia, screen } = this.#session
    if (source === 'microphone') localMedia.setMicrophone(false).catch(reportError)
    else if (source === 'camera') localMedia.setCamera(false).catch(reportError)
    else screen.stop()
  }

  #nameOf(peer: PeerId): string {
    return this.#session.view.peek().people.find(({ id }) => id === peer)?.name ?? ''
  }

  #isOnlyModerator(): boolean {
    return this.#session.view.peek().people.filter(({ role }) => role === 'moderator').length === 1
  }
}
