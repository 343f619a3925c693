import type { Signal } from '@preact/signals'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import type { RoomSession } from '../../core/session/room-session.ts'

/** The panels of the room, each under the name that its buttons and the browser's history have for it. */
const PANEL_NAMES = [
  'more',
  'chat',
  'people',
  'polls',
  'notes',
  'recording',
  'speaking-time',
  'door',
  'invite',
  'shortcuts',
  'connection',
  'encryption',
  'settings',
] as const

export type PanelName = (typeof PANEL_NAMES)[number]

export const isPanelName = (name: unknown): name is PanelName => PANEL_NAMES.some((known) => known === name)

/** The id of the one panel in the document, for `aria-controls`. */
export const PANEL_ID = 'panel'

/** What every panel is given. */
export interface PanelProps {
  /** The panel that is open; setting it goes to another one, or closes it. */
  readonly open: Signal<PanelName | null>
  readonly room: RoomName
  readonly link: string
  readonly session: RoomSession
  readonly localMedia: LocalMedia
}

/** What is given to notices that may lead to a panel. */
export type NoticeProps = Pick<PanelProps, 'session' | 'open'>
