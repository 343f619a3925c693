import { computed, effect, type ReadonlySignal } from '@preact/signals'
import { render } from 'preact'
import { type LinkOptions, readLinkOptions } from './app/address.ts'
import { App, Home } from './app/app.tsx'
import type { AppView } from './app/app-view.ts'
import { arrivalAt, linkTrust } from './app/link-trust.ts'
import type { MeasureNodes } from './app/node-distances.ts'
import { createPage, type Page } from './app/page.ts'
import type { LoadRoomCode } from './app/room-entry.ts'
import { missedOf } from './features/notifications/missed-count.ts'
import { remembersRooms } from './features/recent-rooms/remembers-rooms.ts'
import { type Dictionary, openDictionary } from './i18n/dictionary.ts'
import { preferredLanguage } from './i18n/languages.ts'
import { forbidDialogs } from './no-dialogs.ts'
import { allowOwnScripts } from './own-scripts.ts'
import { type BrowserHistory, RoomHistory } from './room/room-history.ts'
import { createSettings, type SettingsStore } from './settings/settings.ts'
import { PageContext } from './ui/page-context.ts'

/** It is named in index.html as a module to preload: by the time somebody wants it, it is here. */
const loadRoomCode: LoadRoomCode = () => import('./room/room-code.ts')

/** Once the preview is there, and only there: a link that joins at once goes without. */
const measureNodes: MeasureNodes = async () =>
  (await import('./core/network/measure-nodes.ts')).measureNodes(location.origin)

/** Within another page, steps back are that one's. */
const ownHistory = (): BrowserHistory | null => (window.parent === window ? window.history : null)

/** How much came while the tab was behind others, as it stands before the room's name. */
function missedMark(place: AppView): string {
  const missed = place.at === 'room' ? missedOf(place.session).value : 0
  return missed === 0 ? '' : `(${missed}) `
}

/** Keeps what stands outside the views in step: the language, the colours, the title. */
function followDocument(
  settings: SettingsStore,
  dictionary: ReadonlySignal<Dictionary>,
  page: Page,
  link: LinkOptions,
): void {
  document.documentElement.toggleAttribute('data-embed', link.embed)
  effect(() => {
    document.documentElement.lang = dictionary.value.language
  })
  effect(() => {
    document.documentElement.dataset['theme'] = link.theme ?? settings.value.value.theme
  })
  effect(() => {
    const place = page.place.value
    if (place.at === 'stats' || place.at === 'swarm' || place.at === 'check')
      document.title = dictionary.value.words[place.at].title
    else document.title = 'room' in place ? `${missedMark(place)}${place.room} · essaim` : 'essaim'
  })
}

/** Notes which rooms one is in, where that is remembered; those within another page are that page's business. */
function followRooms(settings: SettingsStore, page: Page): void {
  const inside = computed(() => {
    const place = page.place.value
    return place.at === 'room' && place.session.view.value.connection === 'connected' ? place : null
  })
  effect(() => {
    const place = inside.value
    if (place === null || !remembersRooms(settings.value.peek())) return
    const link = { room: place.room, secret: place.session.secret.value }
    import('./features/recent-rooms/recent-rooms.ts')
      .then(({ rememberRoom }) => rememberRoom(() => window.localStorage, link))
      .catch(reportError)
  })
}

async function start(): Promise<void> {
  forbidDialogs(window)
  allowOwnScripts(window)
  const root = document.getElementById('page')
  if (root === null) throw new Error('index.html has no #page')
  const settings = createSettings(() => window.localStorage)
  const link = readLinkOptions(location)
  const language = computed(
    () => settings.value.value.language ?? link.language ?? preferredLanguage(navigator.languages),
  )
  const dictionary = await openDictionary(language)
  const arrival = arrivalAt(window)
  const trust = linkTrust(arrival, () => window.sessionStorage)
  const guestName = (): string => dictionary.peek().words.before.guest
  const unreadableName = (): string => dictionary.peek().words.encryption.unreadableName
  const page = createPage({
    unreadableName,
    settings,
    loadRoomCode,
    measureNodes,
    trust,
    guestName,
    roomHistory: new RoomHistory(ownHistory()),
  })
  page.start(arrival.reloaded)
  followDocument(settings, dictionary, page, link)
  if (!link.embed) followRooms(settings, page)
  if (link.embed) {
    const { serveEmbedder } = await import('./features/embed/embedding.ts')
    serveEmbedder(page)
  }
  // It is on its way since before this script ran: drawn as a whole, and not after an empty page.
  if (page.place.peek().at === 'home') await Home.prepare()
  render(
    <PageContext.Provider value={{ settings, dictionary }}>
      <App page={page} />
    </PageContext.Provider>,
    root,
  )
}

start().catch((error) => {
  document.getElementById('unloaded')?.removeAttribute('hidden')
  reportError(error)
})
