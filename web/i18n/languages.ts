import { isLanguage, type Language } from '../settings/language-tags.ts'
import type { Words } from './words.ts'

/** Each language under its BCP 47 tag, with the name its own speakers give it; its words are loaded when it is used. */
export const LANGUAGES = {
  en: { name: 'English', load: async (): Promise<Words> => (await import('./en.ts')).en },
  de: { name: 'Deutsch', load: async (): Promise<Words> => (await import('./de.ts')).de },
  es: { name: 'Español', load: async (): Promise<Words> => (await import('./es.ts')).es },
  fr: { name: 'Français', load: async (): Promise<Words> => (await import('./fr.ts')).fr },
  it: { name: 'Italiano', load: async (): Promise<Words> => (await import('./it.ts')).it },
} as const satisfies Record<Language, unknown>

/** The first of the browser's languages that we speak, whatever its region; English where there is none. */
export function preferredLanguage(browserLanguages: readonly string[]): Language {
  for (const tag of browserLanguages) {
    const language = tag.toLowerCase().split('-')[0] ?? ''
    if (isLanguage(language)) return language
  }
  return 'en'
}
