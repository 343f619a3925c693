import type { Person } from './person.ts'

/** Says something to everybody, in the chat. */
export async function writes(person: Person, words: string): Promise<void> {
  const field = person.page.locator('textarea[name="chat"]')
  if (!(await field.isVisible())) await person.press('chat')
  await field.fill(words)
  await field.press('Enter')
}

/** All that stands in somebody's chat. */
export async function reads(person: Person): Promise<string[]> {
  if (!(await person.page.locator('[data-panel="chat"]').isVisible())) await person.press('chat')
  return person.page.locator('.chat-text').allTextContents()
}
