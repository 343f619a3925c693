import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { ensureBrowser } from '../setup/programs/browser.mjs'

/** For machines without a sandbox, a graphics card or an internet; with a camera and a microphone of their own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--autoplay-policy=no-user-gesture-required',
  // Pages that nobody looks at go on as if they were seen.
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
]

export interface ChromiumOptions {
  /** Flags besides the usual ones. */
  readonly flags?: readonly string[]
  /** Whether the browser's question for devices is answered with yes. */
  readonly fakeUi?: boolean
  /** Frames a second of the fake camera; its own number when not given. */
  readonly cameraFps?: number
  /** How many fake cameras there are; one when not given. */
  readonly cameras?: number
  readonly launch?: LaunchOptions
}

/** A headless Chromium with an empty profile; whoever opens it closes it. */
export async function openChromium(options: ChromiumOptions = {}): Promise<Browser> {
  const { flags = [], fakeUi = true, cameraFps, cameras, launch = {} } = options
  const wishes = [
    ...(cameraFps === undefined ? [] : [`fps=${cameraFps}`]),
    ...(cameras === undefined ? [] : [`device-count=${cameras}`]),
  ]
  const camera = `--use-fake-device-for-media-stream${wishes.length === 0 ? '' : `=${wishes.join(',')}`}`
  const answer = fakeUi ? ['--use-fake-ui-for-media-stream'] : []
  const executablePath = await ensureBrowser()
  return chromium.launch({ ...launch, executablePath, args: [...FLAGS, camera, ...answer, ...flags] })
}
