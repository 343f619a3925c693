import type { PanelName, PanelProps } from '../../features/panel/panel.ts'
import type { Words } from '../../i18n/words.ts'
import { bodyAhead, panelBody } from './panel-body.tsx'

/** A panel: its heading, and what is in it. */
interface PanelEntry {
  readonly title: (words: Words, props: PanelProps) => string
  readonly Body: ReturnType<typeof panelBody>
  /** Where its way back leads; null for those that the bar opens itself. */
  readonly backTo: 'more' | null
}

/** Every panel of the room. */
const PANELS: Readonly<Record<PanelName, PanelEntry>> = {
  more: {
    title: (_words, { room }) => room,
    Body: bodyAhead(async () => (await import('./more-panel.tsx')).MorePanel),
    backTo: null,
  },
  chat: {
    title: ({ chat }) => chat.title,
    Body: panelBody(async () => (await import('../../features/chat/chat-panel.tsx')).ChatPanel),
    backTo: null,
  },
  people: {
    title: ({ more }, { session }) => more.people(session.view.value.people.length),
    Body: panelBody(async () => (await import('../../features/people/people-panel.tsx')).PeoplePanel),
    backTo: 'more',
  },
  polls: {
    title: ({ polls }) => polls.title,
    Body: panelBody(async () => (await import('../../features/polls/polls-panel.tsx')).PollsPanel),
    backTo: 'more',
  },
  notes: {
    title: ({ notes }) => notes.title,
    Body: panelBody(async () => (await import('../../features/notes/notes-panel.tsx')).NotesPanel),
    backTo: 'more',
  },
  recording: {
    title: ({ recording }) => recording.title,
    Body: panelBody(
      async () => (await import('../../features/recording/recording-panel.tsx')).RecordingPanel,
    ),
    backTo: 'more',
  },
  'speaking-time': {
    title: ({ speakingTime }) => speakingTime.title,
    Body: panelBody(
      async () => (await import('../../features/speaking-time/speaking-time-panel.tsx')).SpeakingTimePanel,
    ),
    backTo: 'more',
  },
  door: {
    title: ({ door }) => door.title,
    Body: panelBody(async () => (await import('../../features/door/door-panel.tsx')).DoorPanel),
    backTo: 'more',
  },
  invite: {
    title: ({ invite }) => invite.title,
    Body: panelBody(async () => (await import('../../features/invite/invite-panel.tsx')).InvitePanel),
    backTo: 'more',
  },
  shortcuts: {
    title: ({ shortcuts }) => shortcuts.title,
    Body: panelBody(
      async () => (await import('../../features/shortcuts/shortcuts-panel.tsx')).ShortcutsPanel,
    ),
    backTo: 'more',
  },
  connection: {
    title: ({ connection }) => connection.title,
    Body: panelBody(
      async () => (await import('../../features/connection/connection-panel.tsx')).ConnectionPanel,
    ),
    backTo: 'more',
  },
  encryption: {
    title: ({ encryption }) => encryption.title,
    Body: panelBody(
      async () => (await import('../../features/encryption/encryption-panel.tsx')).EncryptionPanel,
    ),
    backTo: 'more',
  },
  settings: {
    title: ({ more }) => more.settings,
    Body: panelBody(async () => (await import('./settings-panel.tsx')).SettingsPanel),
    backTo: 'more',
  },
}

export const panelOf = (name: PanelName): PanelEntry => PANELS[name]
