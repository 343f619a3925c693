import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Page } from 'playwright-core'
import * as v from 'valibot'
import { bareSite } from './bare-site.ts'
import { openColdBrowser } from './chromium.ts'

const Address = v.object({ port: v.number() })

/** A page in a browser of its own that has nothing but one script; `opened` closes them. */
export async function openBarePage(title: string, script: URL, opened: AsyncDisposableStack): Promise<Page> {
  const server = createServer(await bareSite(title, script))
  opened.defer(() => void server.close())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const browser = opened.adopt(await openColdBrowser(), (each) => each.close())
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${v.parse(Address, server.address()).port}/`)
  return page
}
