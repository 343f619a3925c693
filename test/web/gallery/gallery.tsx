import { signal } from '@preact/signals'
import { type JSX, render } from 'preact'
import * as v from 'valibot'
import { ERROR_CODES } from '../../../protocol/errors.ts'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import { After } from '../../../web/app/after/after.tsx'
import { BeforeJoining } from '../../../web/app/before/before-joining.tsx'
import { BadName } from '../../../web/app/home/bad-name.tsx'
import { Home } from '../../../web/app/home/home.tsx'
import { LinkView } from '../../../web/app/link/link-view.tsx'
import { Opening, Unloaded } from '../../../web/app/opening/opening.tsx'
import { RoomSecret } from '../../../web/core/encryption/room-secret.ts'
import type { KeysInUse } from '../../../web/core/room-state/room-state.ts'
import type { LinkKeysReason } from '../../../web/core/session/room-session.ts'
import { LobbyView } from '../../../web/features/door/lobby-view.tsx'
import { PasswordView } from '../../../web/features/door/password-view.tsx'
import type { OwnNotice } from '../../../web/features/notices/own-notices.ts'
import { CheckSheet } from '../../../web/features/port-check/check-sheet.tsx'
import { PrivacyView } from '../../../web/features/privacy/privacy-sheet.tsx'
import { StatsSheet } from '../../../web/features/stats/stats-sheet.tsx'
import { SwarmSheet } from '../../../web/features/swarm/swarm-sheet.tsx'
import { openDictionary } from '../../../web/i18n/dictionary.ts'
import { Room } from '../../../web/room/room.tsx'
import { RoomHistory } from '../../../web/room/room-history.ts'
import { isLanguage } from '../../../web/settings/language-tags.ts'
import { LAYOUTS } from '../../../web/settings/layouts.ts'
import { createSettings, RECENT_ROOMS_KEY } from '../../../web/settings/settings.ts'
import { isTheme } from '../../../web/settings/settings-schema.ts'
import { useKeptFocus } from '../../../web/ui/hooks/use-kept-focus.ts'
import { lazilyAtHome, lazilyWorded } from '../../../web/ui/lazily-worded.tsx'
import { PageContext } from '../../../web/ui/page-context.ts'
import { FAKE_CHECKS } from './fake-checks.ts'
import { fakeKnocks } from './fake-edge.ts'
import { fakeLocalMedia } from './fake-local-media.ts'
import { FAKE_SAID } from './fake-messages.ts'
import { fakeScreens, fakeSession, ownFakeScreen } from './fake-session.ts'
import { FAKE_STATISTICS } from './fake-statistics.ts'
import { FAKE_SWARMS } from './fake-swarms.ts'

/** What one address of the gallery shows; everything has a default, so that `?view=room` is enough. */
const Shown = v.object({
  view: v.optional(
    v.picklist([
      'home',
      'stats',
      'privacy',
      'swarm',
      'check',
      'bad-name',
      'opening',
      'unloaded',
      'before',
      'password',
      'link',
      'lobby',
      'room',
      'after',
    ]),
    'home',
  ),
  language: v.optional(v.string(), 'en'),
  theme: v.optional(v.string(), 'auto'),
  /** Lays the page out as scripts do that run from right to left; no language of ours does yet. */
  dir: v.optional(v.picklist(['ltr', 'rtl']), 'ltr'),
  /** Rooms that one was in are remembered. */
  recent: v.optional(v.string()),
  room: v.optional(v.string(), 'salon-du-jeudi'),
  people: v.optional(v.pipe(v.string(), v.transform(Number)), '4'),
  screens: v.optional(v.pipe(v.string(), v.transform(Number)), '0'),
  /** One shares one’s own screen. */
  sharing: v.optional(v.string()),
  /** One does not see oneself. */
  hidden: v.optional(v.string()),
  layout: v.optional(v.picklist(LAYOUTS), 'grid'),
  connection: v.optional(v.picklist(['connecting', 'connected', 'reconnecting']), 'connected'),
  media: v.optional(
    v.picklist([
      'starting',
      'flowing',
      'voices-only',
      'relay-spent',
      'reconnecting',
      'waiting',
      'unsupported',
    ]),
    'flowing',
  ),
  locked: v.optional(v.string()),
  participant: v.optional(v.string()),
  forbidden: v.optional(v.string()),
  ownNotices: v.optional(v.picklist(['', 'weak-link', 'link-well'])),
  /** Without pictures of people. */
  soundOnly: v.optional(v.string()),
  otherTab: v.optional(v.picklist(['none', 'inRoom', 'silent']), 'none'),
  leaving: v.optional(v.string()),
  password: v.optional(v.string()),
  waiting: v.optional(v.pipe(v.string(), v.transform(Number)), '0'),
  reason: v.optional(
    v.picklist(['password-required', 'wrong-password', 'too-many-tries']),
    'password-required',
  ),
  problem: v.optional(
    v.picklist(['refused', 'missing', 'busy', 'unsupported', 'failed', 'revoked', 'unplugged', 'stopped']),
  ),
  camera: v.optional(v.picklist(['on', 'off']), 'on'),
  /** A link would have the devices on. */
  withheld: v.optional(v.string()),
  /** A camera on either side. */
  turnable: v.optional(v.string()),
  said: v.optional(
    v.picklist(['nothing', 'chat', 'unreadable', 'files', 'polls', 'question', 'notes', 'recording']),
    'nothing',
  ),
  figures: v.optional(v.picklist(['month', 'day', 'nothing', 'failed', 'coming']), 'month'),
  lent: v.optional(v.picklist(['europe', 'world', 'one', 'nobody', 'failed']), 'europe'),
  checked: v.optional(v.picklist(['reached', 'closed', 'trying', 'spent', 'failed']), 'closed'),
  ending: v.optional(v.picklist(['left', ...ERROR_CODES]), 'left'),
  /** By its name alone. */
  plain: v.optional(v.string()),
  /** By which keys the room goes that has a link. */
  keys: v.optional(v.picklist(['group', 'beginning', 'crowd', 'unkept']), 'group'),
  /** What changed for them. */
  keyNews: v.optional(
    v.picklist(['put-out', 'put-out-by-link', 'keys-since', 'keys-of-link', 'rate-constant', 'new-link']),
  ),
  /** The room asks for voices at a constant rate. */
  rate: v.optional(v.string()),
  /** Something came that could not be opened. */
  tampered: v.optional(v.string()),
  /** The browser cannot encrypt. */
  unable: v.optional(v.string()),
  link: v.optional(
    v.picklist(['damaged', 'link-required', 'wrong-link', 'link-changed', 'plain-room', 'not-encrypted']),
    'link-required',
  ),
})

const NOTHING_ALLOWED = { microphone: false, camera: false, screen: false, chat: false }

const SOME_NOTICES: readonly OwnNotice[] = [
  { what: 'source-stopped', source: 'camera', by: 'Omar' },
  {
    what: 'device-arrived',
    device: { label: 'Jabra Evolve2 65', microphone: 'third', camera: null, speaker: 'third' },
  },
  { what: 'unmute-asked', by: 'Jean-Baptiste de la Fontaine-Saint-Michel' },
]

const LIBRARY = { name: 'Bibliothèque municipale de Lyon', link: 'https://bibliotheque.example/' }

const SECRET = v.parse(RoomSecret, 'c2Fsb24tZHUtamV1ZGktIQ')

const RECENT = [
  { room: 'salon-du-jeudi', secret: SECRET },
  'atelier',
  'réunion-du-conseil-d-administration-de-l-association',
  'chorale',
]

const noticesOf = (ownNotices: '' | 'weak-link' | 'link-well' | undefined): readonly OwnNotice[] => {
  if (ownNotices === undefined) return []
  return ownNotices === '' ? SOME_NOTICES : [{ what: ownNotices }]
}

const KEY_NEWS = {
  'put-out': { what: 'put-out', names: ['Omar'], followNothing: true },
  'put-out-by-link': {
    what: 'put-out',
    names: ['Jean-Baptiste de la Fontaine-Saint-Michel', 'Omar'],
    followNothing: false,
  },
  'keys-since': { what: 'keys-since', names: ['Omar'] },
  'rate-constant': { what: 'rate-constant' },
  'keys-of-link': { what: 'keys-of-link-crowd' },
  'new-link': { what: 'keys-new-link', own: false, by: 'Jean-Baptiste de la Fontaine-Saint-Michel' },
} as const satisfies Record<string, OwnNotice>

function keysOf(keys: 'none' | 'group' | LinkKeysReason): KeysInUse {
  const others = { linkKeysReason: null, epochAuthenticator: null, keepsOut: false }
  if (keys === 'none') return { ...others, encryption: 'none' }
  return keys === 'group'
    ? { ...others, encryption: 'group', epochAuthenticator: new Uint8Array(32), keepsOut: true }
    : { ...others, encryption: 'link', linkKeysReason: keys }
}

const nothing = (): void => {}

const AnyHome = lazilyAtHome(async () => Home)
const AnyBadName = lazilyAtHome(async () => BadName)
const AnyLink = lazilyWorded(async () => LinkView)
const AnyLobby = lazilyWorded(async () => LobbyView)
const AnyPassword = lazilyWorded(async () => PasswordView)
const AnySwarm = lazilyWorded(async () => SwarmSheet)
const AnyStats = lazilyWorded(async () => StatsSheet)
const AnyCheck = lazilyWorded(async () => CheckSheet)

function View({ shown }: { readonly shown: v.InferOutput<typeof Shown> }): JSX.Element {
  useKeptFocus()
  const room = normaliseRoomName(shown.room)
  const link = { room, secret: shown.plain === undefined ? SECRET : null }
  if (shown.unable !== undefined) Reflect.deleteProperty(window, 'RTCRtpScriptTransform')
  const localMedia = fakeLocalMedia({
    problem: shown.problem ?? null,
    cameraOn: shown.camera === 'on',
    turnable: shown.turnable !== undefined,
    withheld: shown.withheld !== undefined,
  })
  switch (shown.view) {
    case 'home':
      return <AnyHome onOpen={nothing} />
    case 'stats':
      return <AnyStats statistics={FAKE_STATISTICS[shown.figures]} onTryAgain={nothing} />
    case 'privacy':
      return <PrivacyView />
    case 'swarm':
      return <AnySwarm swarm={FAKE_SWARMS[shown.lent]} onTryAgain={nothing} />
    case 'check':
      return <AnyCheck state={FAKE_CHECKS[shown.checked]} />
    case 'bad-name':
      return <AnyBadName written="a/b" />
    case 'opening':
      return <Opening />
    case 'unloaded':
      return <Unloaded />
    case 'before':
      return (
        <BeforeJoining
          {...link}
          localMedia={localMedia}
          lender={{ by: LIBRARY, when: 'willBeCarriedBy' }}
          onJoin={nothing}
          otherTab={shown.otherTab}
          onTakeOver={nothing}
        />
      )
    case 'room': {
      const { connection, media } = shown
      const people = connection === 'connecting' ? 0 : shown.people
      const session = fakeSession(
        localMedia,
        people,
        {
          connection,
          media,
          locked: shown.locked !== undefined,
          password: shown.password !== undefined,
          lobby: shown.waiting > 0,
          knocks: fakeKnocks(shown.waiting),
          screens: [...fakeScreens(shown.screens), ...(shown.sharing === undefined ? [] : [ownFakeScreen()])],
          moderates: shown.participant === undefined,
          soundOnly: shown.soundOnly !== undefined,
          ...keysOf(link.secret === null ? 'none' : shown.keys),
          canChangeLink: shown.keys === 'group' && shown.participant === undefined,
          constantRate: shown.rate !== undefined,
          tampered: shown.tampered === undefined ? 0 : 1,
          ...(shown.forbidden !== undefined && { permissions: NOTHING_ALLOWED }),
        },
        FAKE_SAID[shown.said],
        shown.keyNews === undefined ? noticesOf(shown.ownNotices) : [KEY_NEWS[shown.keyNews]],
      )
      const roomHistory = new RoomHistory(null)
      roomHistory.asks.value = shown.leaving !== undefined
      return <Room link={link} session={session} localMedia={localMedia} history={roomHistory} />
    }
    case 'password':
      return <AnyPassword room={room} reason={shown.reason} onEnter={nothing} onHome={nothing} />
    case 'link':
      return <AnyLink link={link} reason={shown.link} onLink={nothing} onHome={nothing} />
    case 'lobby': {
      const session = fakeSession(localMedia, 0, { connection: 'waiting' })
      return <AnyLobby room={room} name="Ada Lovelace" session={session} localMedia={localMedia} />
    }
    case 'after':
      return (
        <After
          room={room}
          ending={shown.ending}
          encrypted={link.secret !== null}
          lender={{ by: LIBRARY, when: 'wasCarriedBy' }}
          onComeBack={nothing}
          onHome={nothing}
        />
      )
    default:
      return shown.view satisfies never
  }
}

async function start(): Promise<void> {
  // The browser's own window, which asks where to save, is in no picture, and nobody is there to answer it.
  Reflect.deleteProperty(window, 'showSaveFilePicker')
  const root = document.getElementById('page')
  if (root === null) throw new Error('no #page')
  const shown = v.parse(Shown, Object.fromEntries(new URLSearchParams(location.search)))
  const memory = new Map<string, string>()
  const settings = createSettings(() => ({
    getItem: (key) => memory.get(key) ?? null,
    setItem: (key, value) => void memory.set(key, value),
    removeItem: (key) => void memory.delete(key),
  }))
  const language = isLanguage(shown.language) ? shown.language : 'en'
  const dictionary = await openDictionary(signal(language))
  settings.change({
    name: 'Ada Lovelace',
    language,
    theme: isTheme(shown.theme) ? shown.theme : 'auto',
    layout: shown.layout,
    remembersRooms: shown.recent !== undefined,
    hidesSelf: shown.hidden !== undefined,
  })
  localStorage.setItem(RECENT_ROOMS_KEY, JSON.stringify(RECENT))
  document.documentElement.lang = shown.language
  document.documentElement.dir = shown.dir
  document.documentElement.dataset['theme'] = shown.theme
  render(
    <PageContext.Provider value={{ settings, dictionary }}>
      <View shown={shown} />
    </PageContext.Provider>,
    root,
  )
}

await start()
