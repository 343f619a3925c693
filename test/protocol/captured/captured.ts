import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { MediaSource } from '../../../protocol/media/session.ts'

/** What browsers said through mediasoup-client, as our page has them send: recorded, not made up. */
const Captured = v.object({
  /** What goes with `join`. */
  rtpCapabilities: v.looseObject({}),
  dtlsParameters: v.looseObject({}),
  /** What goes with `produce`. */
  produced: v.record(MediaSource, v.looseObject({})),
})

const read = (name: string) =>
  v.parse(Captured, JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')))

export const BROWSERS = [
  ['Chromium 156', read('chromium-156')],
  ['Firefox 153', read('firefox-153')],
] as const
