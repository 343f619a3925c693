import * as v from 'valibot'
import { expect, test } from 'vitest'
import { TurnUsage } from '../../protocol/media/turn.ts'
import { gatherByRelay } from './support/gathering-by-relay.ts'
import type { Person } from './support/person.ts'

/** The last tenth of it carries two voices, 20 kB a second, for some twelve seconds: what is looked at then takes three. */
const ROOM_BUDGET_BYTES = 2_500_000
/**
 * Until then somebody helps to use it up: small pictures alone would need minutes. It is counted twice a second, in which all
 * together, 100 kB a second, add less than is missing here.
 */
const WITH_HELP = 0.8 * ROOM_BUDGET_BYTES

const PATIENCE = { timeout: 200_000, interval: 250 }
const MINUTE_MS = 60_000

const { here } = gatherByRelay(
  {
    TURN_ROOM_BUDGET_GB: String(ROOM_BUDGET_BYTES / 1e9),
    // SHA-256 of 'an-operator-s-secret'.
    ADMIN_SECRET_HASH: 'a987f88fa5e34dd780fc27d278c46bd1fbdcd62110dff17025a7eeb08c5bfda5',
    SHORTER_WAITS: '{"reportDelayMs":200}',
  },
  { shorterWaits: '{"heartbeatMs":500}' },
)

/** What the operator reads of all that was relayed. */
async function relayedBytes(): Promise<number> {
  const headers = { authorization: 'Bearer an-operator-s-secret' }
  const response = await fetch(`${here.url}/api/admin/turn`, { headers })
  return v.parse(TurnUsage, await response.json()).bytes
}

const notice = ({ page }: Person, what: string) => page.locator(`[data-notice="${what}"]`)

/** Frames that a page decodes within a second, of all that it receives, shown or not. */
const framesInASecond = ({ page }: Person): Promise<number> =>
  page.evaluate(async () => {
    const before = await window.received.allFramesDecoded()
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    return (await window.received.allFramesDecoded()) - before
  })

test(
  'M10 over a relay pictures end before voices do, and whoever goes directly notices nothing but that',
  async () => {
    const small = { quality: 'low' } as const
    const ada = await here.join('budget', 'Ada', { settings: { ...small, hidesAddress: true } })
    const ben = await here.join('budget', 'Ben', { settings: small })
    const cy = await here.join('budget', 'Cy', { cam: false, mic: false, settings: small })
    await Promise.all([ben.watches('Ada'), cy.watches('Ada'), ada.watches('Ben')])
    const helper = await here.join('budget', 'Dan', { mic: false, settings: { hidesAddress: true } })
    await expect.poll(relayedBytes, PATIENCE).toBeGreaterThan(WITH_HELP)
    expect(await notice(ada, 'voicesOnly').count()).toBe(0)
    await helper.close()

    await notice(ada, 'voicesOnly').waitFor({ timeout: PATIENCE.timeout })
    await expect.poll(() => ben.tile('Ada').locator('video').count(), PATIENCE).toBe(0)
    await expect.poll(() => framesInASecond(ada), PATIENCE).toBe(0)
    // Ben receives pictures of Ada alone, and Cy of both.
    await expect.poll(() => framesInASecond(ben), PATIENCE).toBe(0)
    await cy.watches('Ben')
    await Promise.all([ben.hears('Ada'), cy.hears('Ada'), ada.hears('Ben')])
    expect(await notice(ben, 'voicesOnly').count()).toBe(0)
    expect(await notice(ada, 'relaySpent').count()).toBe(0)
  },
  5 * MINUTE_MS,
)
