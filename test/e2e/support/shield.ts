import { expect } from 'vitest'
import { encryption as words } from '../../../web/features/encryption/words/en.ts'
import { PATIENCE, type Somebody } from './somebody.ts'

/** Waits until somebody's page, in English, says that its room goes by those keys: of the group, or of the link. */
export const goesBy = (keys: 'encrypted' | 'byLink', somebody: Somebody): Promise<void> =>
  expect.poll(() => somebody.texts(`[data-shield="${words[keys]}"]`), PATIENCE).not.toEqual([])

/** The six words by which people of one group, in one epoch, know that they are; none while they are not shown. */
const comparedWords = (somebody: Somebody): Promise<string[]> => somebody.texts('.compared-words li')

/** Waits until all these have the same words to compare, and returns them. */
export async function haveSameWords(people: readonly Somebody[]): Promise<string> {
  for (const person of people)
    if ((await comparedWords(person)).length === 0) await person.press('encryption')
  const all = async () => {
    const phrases = await Promise.all(people.map(comparedWords))
    return [...new Set(phrases.map((phrase) => phrase.join(' ')))]
  }
  await expect.poll(all, PATIENCE).toEqual([expect.stringMatching(/^\S+( \S+){5}$/)])
  const [phrase = ''] = await all()
  return phrase
}
