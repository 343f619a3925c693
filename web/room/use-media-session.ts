import { useSignalEffect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { RoomName } from '../../protocol/names/room-name.ts'
import type { LocalMedia } from '../core/capture/local-media.ts'
import type { RoomSession } from '../core/session/room-session.ts'

/** What a system's own controls of a call may ask for (W3C mediasession §4). */
type CallAction = 'togglemicrophone' | 'togglecamera' | 'hangup'

declare global {
  interface MediaSession {
    setActionHandler(action: CallAction, handler: MediaSessionActionHandler | null): void
  }
}

/**
 * Tells the system that this page is a call, so that it goes on in the background, and that its lock screen or its
 * floating window can mute and leave.
 */
export function useMediaSession(room: RoomName, session: RoomSession, localMedia: LocalMedia): void {
  useEffect(() => {
    const system = navigator.mediaSession
    if (!system) return
    const { microphone, camera } = localMedia
    const actions: Record<CallAction, () => Promise<void>> = {
      togglemicrophone: () => localMedia.setMicrophone(!microphone.peek().wanted),
      togglecamera: () => localMedia.setCamera(!camera.peek().wanted),
      hangup: () => session.leave(),
    }
    system.metadata = new MediaMetadata({ title: room })
    const names = Object.keys(actions) as CallAction[]
    for (const name of names) handle(system, name, () => void actions[name]().catch(reportError))
    return () => {
      for (const name of names) handle(system, name, null)
      system.metadata = null
    }
  }, [room, session, localMedia])
  useSignalEffect(() => {
    const system = navigator.mediaSession
    system?.setMicrophoneActive?.(localMedia.microphone.value.wanted)?.catch(reportError)
    system?.setCameraActive?.(localMedia.camera.value.wanted)?.catch(reportError)
  })
}

function handle(system: MediaSession, name: CallAction, handler: (() => void) | null): void {
  try {
    system.setActionHandler(name, handler)
  } catch (error) {
    // Browsers throw at actions that they do not know; theirs are then fewer.
    if (!(error instanceof TypeError)) throw error
  }
}
