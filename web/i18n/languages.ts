import { isLanguage, type Language } from '../settings/language-tags.ts'
import type { FurtherWords } from './further-words.ts'
import type { HomeWords } from './home-words.ts'
import type { Words } from './words.ts'

export interface LanguageEntry {
  /** As its own speakers call it. */
  readonly name: string
  readonly load: () => Promise<Words>
  /** The words of home, which a link into a room leads past. */
  readonly loadAtHome: () => Promise<HomeWords>
  /** The words of panels, and of what few come to see. */
  readonly loadFurther: () => Promise<FurtherWords>
}

/** Each language under its BCP 47 tag; its words are loaded when it is used. */
export const LANGUAGES: Readonly<Record<Language, LanguageEntry>> = {
  en: {
    name: 'English',
    load: async () => (await import('./en.ts')).en,
    loadAtHome: async () => (await import('./home/en.ts')).atHome,
    loadFurther: async () => (await import('./further/en.ts')).further,
  },
  de: {
    name: 'Deutsch',
    load: async () => (await import('./de.ts')).de,
    loadAtHome: async () => (await import('./home/de.ts')).atHome,
    loadFurther: async () => (await import('./further/de.ts')).further,
  },
  es: {
    name: 'Español',
    load: async () => (await import('./es.ts')).es,
    loadAtHome: async () => (await import('./home/es.ts')).atHome,
    loadFurther: async () => (await import('./further/es.ts')).further,
  },
  fr: {
    name: 'Français',
    load: async () => (await import('./fr.ts')).fr,
    loadAtHome: async () => (await import('./home/fr.ts')).atHome,
    loadFurther: async () => (await import('./further/fr.ts')).further,
  },
  it: {
    name: 'Italiano',
    load: async () => (await import('./it.ts')).it,
    loadAtHome: async () => (await import('./home/it.ts')).atHome,
    loadFurther: async () => (await import('./further/it.ts')).further,
  },
}

/** The first of the browser's languages that we speak, whatever its region; English where there is none. */
export function preferredLanguage(browserLanguages: readonly string[]): Language {
  for (const tag of browserLanguages) {
    const language = tag.toLowerCase().split('-')[0] ?? ''
    if (isLanguage(language)) return language
  }
  return 'en'
}
