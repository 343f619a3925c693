import { type Browser, launch } from 'puppeteer-core'
import { ensureFirefox } from '../setup/programs/firefox.mjs'

/** As scripts/stage/chromium.ts has it: devices of its own, which are given without a question, and sound without a click. */
const PREFERENCES = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  // Names in the place of addresses (mDNS) are nobody's to resolve here.
  'media.peerconnection.ice.obfuscate_host_addresses': false,
}

export interface FirefoxOptions {
  /** More of its preferences (about:config). */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>
  /** Where it plays what it plays, as PULSE_SERVER names it. */
  readonly soundServer?: string
}

/** A headless Firefox with an empty profile, over WebDriver BiDi; whoever opens it closes it. */
export async function openFirefox({ preferences = {}, soundServer }: FirefoxOptions = {}): Promise<Browser> {
  const executablePath = await ensureFirefox()
  return launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: { ...PREFERENCES, ...preferences },
    env: { ...process.env, ...(soundServer === undefined ? {} : { PULSE_SERVER: soundServer }) },
  })
}
