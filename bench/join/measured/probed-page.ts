import type { Browser, Page } from 'playwright-core'

/** An empty page that will run `probe` before anything that it loads. */
export async function openPage(browser: Browser, probe: string): Promise<Page> {
  const context = await browser.newContext({
    permissions: ['microphone', 'camera'],
    viewport: { width: 1280, height: 720 },
    locale: 'en',
  })
  const page = await context.newPage()
  await page.addInitScript({ content: probe })
  return page
}
