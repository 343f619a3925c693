/** The languages that the page speaks, by their BCP 47 tags. */
export const LANGUAGE_TAGS = ['en', 'de', 'es', 'fr', 'it'] as const
export type Language = (typeof LANGUAGE_TAGS)[number]

export const isLanguage = (tag: string): tag is Language => LANGUAGE_TAGS.some((known) => known === tag)
