import { GROUP_RETURN_PEERS, MAX_GROUP_PEERS } from '../../../protocol/limits.ts'
import type { Person } from './person.ts'

/** How the page's built code has the sizes of a group. */
const SIZES = `most:${MAX_GROUP_PEERS},returnBelow:${GROUP_RETURN_PEERS}`

/** Has somebody's page take two people for as many as a group can have. To be called before they go anywhere. */
export async function withSmallGroups({ page }: Person): Promise<void> {
  await page.route('**/room-group-*.js', async (route) => {
    const response = await route.fetch()
    const code = await response.text()
    if (!code.includes(SIZES)) throw new Error('the built page has the sizes of a group in another way')
    await route.fulfill({ response, body: code.replace(SIZES, 'most:2,returnBelow:3') })
  })
}
