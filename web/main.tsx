import { effect } from '@preact/signals'
import { render } from 'preact'
import { createSettings, type SettingsStore } from './settings/settings.ts'
import { App } from './view/app.tsx'
import { createPage, type Page } from './view/page.ts'
import { languageOf, PageContext } from './view/page-context.ts'
import type { RoomCode } from './view/room-code.ts'
import { LANGUAGES } from './words/languages.ts'

/** It is named in index.html as a module to preload: by the time somebody wants it, it is here. */
const loadRoomCode = (): Promise<RoomCode> => import('./room-code.ts')

/** Keeps what stands outside the views in step: the language, the colours, the title. */
function followDocument(settings: SettingsStore, page: Page): void {
  effect(() => {
    document.documentElement.lang = languageOf(settings)
  })
  effect(() => {
    document.documentElement.dataset['theme'] = settings.value.value.theme
  })
  effect(() => {
    const place = page.place.value
    document.title = 'room' in place ? `${place.room} · essaim` : 'essaim'
  })
}

function start(): void {
  const root = document.getElementById('page')
  if (root === null) throw new Error('index.html has no #page')
  const settings = createSettings(() => window.localStorage)
  const page = createPage(settings, loadRoomCode)
  page.start(LANGUAGES[languageOf(settings)].words.before.guest)
  followDocument(settings, page)
  render(
    <PageContext.Provider value={{ settings }}>
      <App page={page} />
    </PageContext.Provider>,
    root,
  )
}

start()
