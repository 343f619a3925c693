import type { Browser } from 'playwright-core'
import { openChromium } from '../../../scripts/stage/chromium.ts'

/** Of letters, in browsers whose people have set nothing. */
const USUAL_SIZE_PX = 16

/** What a machine without a pointer would say is not said: Playwright's own, which ours takes the place of. */
const WITH_A_MOUSE = 'primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4'

/** A browser whose person has set its letters to `textScale` times the usual size, as low vision makes one do. */
export const openGalleryBrowser = (textScale: number): Promise<Browser> =>
  openChromium({
    flags: [`--blink-settings=${WITH_A_MOUSE},defaultFontSize=${USUAL_SIZE_PX * textScale}`],
  })
