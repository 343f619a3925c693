import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Stage } from '../../scripts/stage/stage.ts'
import { leaveBrowser, sharedBrowser } from './support/browser.ts'
import { byPort, NarrowLink } from './support/narrow-link.ts'
import { type JoinWishes, Person } from './support/person.ts'
import { TurnServer } from './support/turn-server.ts'

/** What comes from the relay comes from here, and from nobody's own address. */
const RELAY = '127.0.0.9'

let browser: Browser
let coturn: TurnServer
let stage: Stage
/** The only way to the node, which sees who comes. */
let link: NarrowLink

beforeAll(async () => {
  coturn = await TurnServer.open({ relayIp: RELAY })
  stage = await Stage.open({
    bindings: { TURN_PROVIDER: 'coturn', TURN_URLS: coturn.url('udp'), TURN_SECRET: coturn.secret },
  })
  await stage.startNode()
  link = await NarrowLink.to(stage.mediaPort)
  browser = await sharedBrowser()
})

afterAll(async () => {
  await leaveBrowser(browser)
  await link?.close()
  await stage?.close()
  await coturn?.close()
})

/** Looks at the preview as long as others are measured, then joins. */
async function enter(name: string, wishes: JoinWishes): Promise<Person> {
  const person = await Person.arrive(browser, name, wishes)
  await person.page.addInitScript(byPort, { node: stage.mediaPort, link: link.port })
  await person.page.goto(`${stage.url}/hidden?${new URLSearchParams({ name, mic: '1', cam: '0' })}`)
  await person.page.locator('main[data-view="before"] [data-action="join"]').waitFor()
  await person.page.waitForTimeout(2_000)
  await person.press('join')
  await person.inRoom()
  return person
}

test('M8 X8 the node hears of who hides their address from the relay alone, and the edge is told no address', async () => {
  const ada = await enter('Ada', { settings: { hidesAddress: true } })
  const ben = await enter('Ben', { settings: { hidesAddress: true } })
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  expect(link.sources()).toEqual([RELAY])
  const said = [ada, ben].flatMap(({ frames }) => frames.filter(({ from }) => from === 'page'))
  for (const { text } of said) expect(text).not.toMatch(/candidate|\b\d{1,3}(\.\d{1,3}){3}\b|\.local\b/)
  // Whoever does not hide comes as they are.
  const eve = await enter('Eve', {})
  await ada.hears('Eve')
  expect(link.sources().filter((address) => address !== RELAY)).not.toEqual([])
  await Promise.all([ada.close(), ben.close(), eve.close()])
})
