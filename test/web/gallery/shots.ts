/** One picture to take: which view, in which window. */
export interface Shot {
  readonly name: string
  readonly query: Record<string, string>
  readonly size: { readonly width: number; readonly height: number }
  readonly textScale: number
  /** Buttons to press first, by their data-action. */
  readonly press: readonly string[]
  readonly openDetails: boolean
  /** What to write into the first field; null for nothing. */
  readonly write: string | null
  readonly settleMs: number
}

const WIDE = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 740 }
const LYING_PHONE = { width: 740, height: 360 }

interface Scene {
  readonly name: string
  readonly query: Record<string, string>
  readonly press?: readonly string[]
  readonly openDetails?: boolean
  readonly write?: string
  readonly settleMs?: number
}

const room = (name: string, query: Record<string, string>, more: Partial<Scene> = {}): Scene => ({
  name: `room-${name}`,
  query: { view: 'room', ...query },
  ...more,
})

const SCENES: readonly Scene[] = [
  { name: 'home', query: { view: 'home' } },
  { name: 'home-recent', query: { view: 'home', recent: '' } },
  { name: 'home-written', query: { view: 'home' }, write: 'Réunion du C.A. — 12/10!' },
  { name: 'home-written-rtl', query: { view: 'home' }, write: 'غرفة «الاجتماع»' },
  { name: 'home-by-name', query: { view: 'home' }, press: ['by-name'] },
  { name: 'home-reserved', query: { view: 'home' }, write: 'Admin' },
  { name: 'stats', query: { view: 'stats' } },
  { name: 'stats-table', query: { view: 'stats' }, openDetails: true },
  { name: 'stats-day', query: { view: 'stats', figures: 'day' } },
  { name: 'stats-nothing', query: { view: 'stats', figures: 'nothing' } },
  { name: 'stats-failed', query: { view: 'stats', figures: 'failed' } },
  { name: 'privacy', query: { view: 'privacy' } },
  { name: 'swarm', query: { view: 'swarm' } },
  { name: 'swarm-world', query: { view: 'swarm', lent: 'world' } },
  { name: 'swarm-one', query: { view: 'swarm', lent: 'one' } },
  { name: 'swarm-nobody', query: { view: 'swarm', lent: 'nobody' } },
  { name: 'swarm-failed', query: { view: 'swarm', lent: 'failed' } },
  ...['reached', 'closed', 'trying', 'spent'].map((checked) => ({
    name: `check-${checked}`,
    query: { view: 'check', checked },
  })),
  { name: 'bad-name', query: { view: 'bad-name' } },
  { name: 'unloaded', query: { view: 'unloaded' } },
  { name: 'before', query: { view: 'before' } },
  { name: 'before-devices', query: { view: 'before', camera: 'off' }, openDetails: true },
  { name: 'before-turnable', query: { view: 'before', turnable: '' } },
  { name: 'before-here', query: { view: 'before', otherTab: 'inRoom' } },
  { name: 'before-plain', query: { view: 'before', plain: '' } },
  { name: 'before-unable', query: { view: 'before', unable: '' } },
  { name: 'before-refused', query: { view: 'before', problem: 'refused' } },
  ...['1', '2', '3', '4', '9', '25', '60'].map((people) => room(people.padStart(2, '0'), { people })),
  room('01-password', { people: '1' }, { openDetails: true }),
  room('01-password-set', { people: '1', password: '' }),
  room('turnable', { people: '2', turnable: '' }),
  room('screen', { people: '4', screens: '1' }),
  room('screens', { people: '9', screens: '2' }),
  room('screen-02', { people: '2', screens: '1' }),
  room('sharing', { people: '2', sharing: '' }),
  room('sharing-pinned', { people: '3', sharing: '' }, { press: ['pin-own'] }),
  room('swapped', { people: '2', turnable: '' }, { press: ['swap'] }),
  room('hidden-self', { people: '2', hidden: '' }),
  room('filmstrip', { people: '9', layout: 'filmstrip' }),
  room('speaker', { people: '4', layout: 'speaker' }),
  room('pinned', { people: '4' }, { press: ['pin'] }),
  room('joining', { connection: 'connecting' }),
  room('reconnecting', { people: '4', connection: 'reconnecting' }),
  room('waiting', { people: '2', media: 'waiting' }),
  room('voices-only', { people: '2', media: 'voices-only' }),
  room('relay-spent', { people: '2', media: 'relay-spent' }),
  room('slow', { people: '2', media: 'starting' }, { settleMs: 5_600 }),
  room('withheld', { people: '2', withheld: '' }),
  room('unplugged', { people: '2', problem: 'unplugged' }, { press: ['camera'] }),
  room('problem', { people: '2', problem: 'busy' }, { press: ['camera'] }),
  room('more', { people: '4' }, { press: ['more'] }),
  room('people', { people: '9', locked: '' }, { press: ['more', 'people'] }),
  room('rename', { people: '4' }, { press: ['more', 'people', 'rename'] }),
  room('person-menu', { people: '4' }, { press: ['more', 'people', 'person-menu', 'remove'] }),
  room(
    'person-remove-and-change',
    { people: '4' },
    { press: ['more', 'people', 'person-menu', 'remove-change'] },
  ),
  room('person-no-change', { people: '4', keys: 'crowd' }, { press: ['more', 'people', 'person-menu'] }),
  room('door-change-link', { people: '4' }, { press: ['more', 'door', 'change-link'] }),
  room('news-new-link', { people: '4', keyNews: 'new-link' }),
  room('person-message', { people: '4', participant: '' }, { press: ['more', 'people', 'person-menu'] }),
  room('invite', { people: '2' }, { press: ['more', 'invite'] }),
  room('say-aloud', { people: '2' }, { press: ['more', 'invite', 'make-words'], settleMs: 2_500 }),
  room('shortcuts', { people: '2' }, { press: ['more', 'shortcuts'] }),
  room('chat', { people: '4', said: 'chat' }, { press: ['chat'] }),
  room('unreadable', { people: '4', said: 'unreadable' }, { press: ['chat'] }),
  room('files', { people: '4', said: 'files' }, { press: ['chat'] }),
  room('leaving', { people: '4', leaving: '' }),
  room('own-notices', { people: '4', ownNotices: '' }),
  room('weak-link', { people: '4', ownNotices: 'weak-link' }),
  room('sound-only', { people: '4', soundOnly: '' }),
  room('link-well', { people: '4', soundOnly: '', ownNotices: 'link-well' }),
  room('forbidden', { people: '4', forbidden: '', participant: '' }),
  room('knock', { people: '4', waiting: '1' }),
  room('knocks', { people: '4', waiting: '3' }),
  room('door', { people: '4', waiting: '3' }, { press: ['more', 'door'] }),
  room('door-password', { people: '2', password: '', locked: '' }, { press: ['more', 'door'] }),
  room('settings', { people: '4', rate: '' }, { press: ['more', 'settings'] }),
  room('connection', { people: '4' }, { press: ['more', 'connection'], settleMs: 1_500 }),
  room('encryption', { people: '4' }, { press: ['encryption'] }),
  room('encryption-crowd', { people: '4', keys: 'crowd' }, { press: ['encryption'] }),
  room('news-put-out-by-link', { people: '4', keyNews: 'put-out-by-link' }),
  room('plain', { people: '4', plain: '' }, { press: ['encryption'] }),
  room('tampered', { people: '4', tampered: '' }),
  room('polls', { people: '4', said: 'polls' }, { press: ['more', 'polls'] }),
  room('poll-form', { people: '4' }, { press: ['more', 'polls', 'poll-start'] }),
  room('poll-notice', { people: '4', said: 'question' }),
  room('notes', { people: '4', said: 'notes' }, { press: ['more', 'notes'] }),
  room('recording', { people: '4' }, { press: ['more', 'recording'] }),
  room('recorded', { people: '4', said: 'recording' }),
  room(
    'recording-own',
    { people: '4' },
    { press: ['more', 'recording', 'start-recording'], settleMs: 2_500 },
  ),
  room('speaking-time', { people: '9' }, { press: ['more', 'speaking-time'], settleMs: 3_000 }),
  room('talk', { people: '4' }, { press: ['more', 'settings', 'pushToTalk', 'close-panel'] }),
  room('muted', { people: '2' }, { press: ['microphone', 'camera'] }),
  { name: 'password', query: { view: 'password' } },
  { name: 'password-wrong', query: { view: 'password', reason: 'wrong-password' } },
  ...['damaged', 'link-required', 'wrong-link', 'link-changed', 'plain-room', 'not-encrypted'].map(
    (link) => ({
      name: `link-${link}`,
      query: { view: 'link', link },
    }),
  ),
  { name: 'lobby', query: { view: 'lobby' } },
  ...[
    'left',
    'removed',
    'denied',
    'room-locked',
    'room-full',
    'replaced',
    'unsupported-protocol',
    'internal',
  ].map((ending) => ({
    name: `after-${ending}`,
    query: { view: 'after', ending },
  })),
]

const shot = (scene: Scene, size: Shot['size'], theme: string, language: string, textScale = 1): Shot => ({
  name: [
    scene.name,
    size === WIDE ? 'wide' : size === PHONE ? 'phone' : 'lying',
    theme,
    language,
    ...(textScale === 1 ? [] : ['large-text']),
  ].join('-'),
  query: { ...scene.query, theme, language },
  size,
  textScale,
  press: scene.press ?? [],
  openDetails: scene.openDetails ?? false,
  write: scene.write ?? null,
  settleMs: scene.settleMs ?? 700,
})

/** What is another thing on a phone that lies on its side. */
const LYING = /^room-(0[1-4]|screen|screens|sharing|speaker|pinned|chat|more)$/

/**
 * Every scene on both screens: light in English, dark in French, and French in large letters; and some of them on a phone
 * that lies on its side.
 */
export const SHOTS: readonly Shot[] = [
  ...SCENES.flatMap((scene) =>
    [WIDE, PHONE].flatMap((size) => [
      shot(scene, size, 'light', 'en'),
      shot(scene, size, 'dark', 'fr'),
      shot(scene, size, 'light', 'fr', 2),
    ]),
  ),
  ...SCENES.filter(({ name }) => LYING.test(name)).map((scene) => shot(scene, LYING_PHONE, 'dark', 'fr')),
]
