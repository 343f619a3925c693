import { en, type Words } from './en.ts'
import { fr } from './fr.ts'

/** Each language under its BCP 47 tag, with the name its own speakers give it. */
export const LANGUAGES = {
  en: { name: 'English', words: en },
  fr: { name: 'Français', words: fr },
} as const satisfies Record<string, { name: string; words: Words }>

export type Language = keyof typeof LANGUAGES

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag)

export const LANGUAGE_TAGS = Object.keys(LANGUAGES).filter(isLanguage)

/** The first of the browser's languages that we speak, whatever its region; English where there is none. */
export function preferredLanguage(browserLanguages: readonly string[]): Language {
  for (const tag of browserLanguages) {
    const language = tag.toLowerCase().split('-')[0] ?? ''
    if (isLanguage(language)) return language
  }
  return 'en'
}
