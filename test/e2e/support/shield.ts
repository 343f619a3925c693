import { expect } from 'vitest'
import { encryption as words } from '../../../web/features/encryption/words/en.ts'
import type { Person } from './person.ts'
import { PATIENCE } from './somebody.ts'

/** Waits until somebody's page, in English, says that its room goes by those keys: of the group, or of the link. */
export const goesBy = (keys: 'encrypted' | 'byLink', { page }: Person): Promise<void> =>
  page.locator(`[data-shield="${words[keys]}"]`).waitFor(PATIENCE)

/** The six words by which people of one group, in one epoch, know that they are. */
const comparedWords = ({ page }: Person): Promise<string[]> =>
  page.locator('.compared-words li').allTextContents()

/** Waits until all these have the same words to compare. */
export async function haveSameWords(people: readonly Person[]): Promise<void> {
  for (const person of people) if (!(await isOpen(person))) await person.press('encryption')
  const all = async () => {
    const phrases = await Promise.all(people.map(comparedWords))
    return [...new Set(phrases.map((phrase) => phrase.join(' ')))]
  }
  await expect.poll(all, PATIENCE).toEqual([expect.stringMatching(/^\S+( \S+){5}$/)])
}

const isOpen = ({ page }: Person): Promise<boolean> => page.locator('.compared-words').isVisible()
