import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { startGallery } from '../../web/gallery/serve-gallery.ts'
import { leaveBrowser, sharedBrowser } from './browser.ts'

interface GalleryHere {
  readonly browser: Browser
  readonly gallery: Awaited<ReturnType<typeof startGallery>>
}

/** The gallery and a browser for all tests of a file; to be read within tests. */
export function galleryHere(): () => GalleryHere {
  let here: GalleryHere | undefined
  beforeAll(async () => {
    here = { gallery: await startGallery(), browser: await sharedBrowser() }
  })
  afterAll(async () => {
    if (here) await leaveBrowser(here.browser)
    await here?.gallery.close()
  })
  return () => {
    if (!here) throw new Error('no test runs')
    return here
  }
}
