import type { Signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { LocalMedia } from '../../capture/local-media.ts'
import type { RoomSession } from '../../session/room-session.ts'
import { nextLayout } from '../../settings/layouts.ts'
import { useSettings } from '../page-context.ts'
import { useDeviceActions } from '../parts/toggle-button.tsx'
import { type ShortcutActions, useShortcuts } from '../shortcuts.ts'
import { toggleRoomFullScreen } from '../stage/full-screen.ts'
import { toggleHand } from './hand-button.tsx'
import { togglePanel } from './panel-button.tsx'
import type { PanelName } from './panels.ts'
import { toggleShare } from './share-button.tsx'

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
