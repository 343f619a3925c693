import type { Signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { LocalMedia } from '../core/capture/local-media.ts'
import type { RoomSession } from '../core/session/room-session.ts'
import { useDeviceActions } from '../features/devices/device-buttons.tsx'
import { toggleHand } from '../features/hands/hand-button.tsx'
import type { PanelName } from '../features/panel/panel.ts'
import { togglePanel } from '../features/panel/panel-button.tsx'
import { toggleShare } from '../features/screen-share/share-button.tsx'
import { type ShortcutActions, useShortcuts } from '../features/shortcuts/shortcuts.ts'
import { nextLayout } from '../settings/layouts.ts'
import { useSettings } from '../ui/page-context.ts'
import { toggleRoomFullScreen } from './tile/full-screen/full-screen.ts'

/** The keys of the room. */
export function useRoomKeys(
  session: RoomSession,
  localMedia: LocalMedia,
  open: Signal<PanelName | null>,
): void {
  const devices = useDeviceActions(localMedia)
  const settings = useSettings()
  const actions = useMemo(
    (): ShortcutActions => ({
      ...devices,
      share: () => toggleShare(session),
      hand: () => toggleHand(session),
      chat: () => togglePanel(open, 'chat'),
      people: () => togglePanel(open, 'people'),
      layout: () => settings.change({ layout: nextLayout(settings.value.peek().layout) }),
      fullScreen: toggleRoomFullScreen,
      help: () => togglePanel(open, 'shortcuts'),
      more: () => togglePanel(open, 'more'),
    }),
    [session, devices, open, settings],
  )
  useShortcuts(actions)
}
