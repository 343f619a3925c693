import type { Person } from './person.ts'

/** Opens what a moderator may do about somebody. */
export async function openMenu(moderator: Person, name: string): Promise<void> {
  if (!(await moderator.page.locator('[data-panel="people"]').isVisible())) await moderator.press('people')
  const row = moderator.page.locator(`[data-person="${name}"]`)
  if (!(await row.locator('.person-menu').isVisible())) {
    await row.locator('[data-action="person-menu"]').click()
  }
}

/** Does that about somebody. */
export async function moderate(moderator: Person, name: string, action: string): Promise<void> {
  await openMenu(moderator, name)
  await moderator.page.locator(`[data-person="${name}"] [data-action="${action}"]`).click()
}
