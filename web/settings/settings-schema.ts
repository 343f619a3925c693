import * as v from 'valibot'
import { tidyDisplayName } from '../../protocol/names/display-name.ts'
import { CORNERS } from './corners.ts'
import { LANGUAGE_TAGS } from './language-tags.ts'
import { LAYOUTS } from './layouts.ts'
import { QUALITIES } from './quality.ts'
import { SPACE_BAR, TalkKey } from './talk-key.ts'

const deviceId = v.fallback(v.nullable(v.string()), null)

export const THEMES = ['auto', 'light', 'dark'] as const

/** What one browser remembers. Each field falls back by itself, so that one that makes no sense spoils no other. */
export const Settings = v.object({
  /** The name last used in a room; empty until there was one. */
  name: v.fallback(v.pipe(v.string(), v.transform(tidyDisplayName)), ''),
  /** null follows the browser. */
  language: v.fallback(v.nullable(v.picklist(LANGUAGE_TAGS)), null),
  theme: v.fallback(v.picklist(THEMES), 'auto'),
  quality: v.fallback(v.picklist(QUALITIES), 'auto'),
  layout: v.fallback(v.picklist(LAYOUTS), 'grid'),
  /** Where the small picture rests, where two people see each other. */
  corner: v.fallback(v.picklist(CORNERS), 'bottom-end'),
  /** Whether one's own picture is left out of what one sees. */
  hidesSelf: v.fallback(v.boolean(), false),
  /** Whether one sees oneself as in a mirror; the others never do. */
  mirrorsSelf: v.fallback(v.boolean(), true),
  /** Whether one last wanted to be heard, and seen. */
  microphone: v.fallback(v.boolean(), true),
  camera: v.fallback(v.boolean(), true),
  /** What is done to our voice before anybody hears it. */
  echoCancellation: v.fallback(v.boolean(), true),
  noiseSuppression: v.fallback(v.boolean(), true),
  autoGainControl: v.fallback(v.boolean(), true),
  strongNoiseSuppression: v.fallback(v.boolean(), false),
  /** Whether what is behind us is blurred before anybody sees it. */
  blursBackground: v.fallback(v.boolean(), false),
  /** Whether a muted person is heard for as long as they hold `talkKey`. */
  holdsToTalk: v.fallback(v.boolean(), true),
  /** Whether one is muted by default, and heard only while one holds it. */
  pushToTalk: v.fallback(v.boolean(), false),
  talkKey: v.fallback(TalkKey, SPACE_BAR),
  /** Whether the machine that carries the media never sees one's address. */
  hidesAddress: v.fallback(v.boolean(), false),
  /** Whether one's voice is sent at a constant rate in encrypted rooms, so that its packets do not tell when one speaks. */
  constantRate: v.fallback(v.boolean(), false),
  /** Whether letters do something while one does not write. */
  shortcuts: v.fallback(v.boolean(), true),
  /** Whether short sounds tell of who comes, knocks, writes or raises a hand. */
  sounds: v.fallback(v.boolean(), true),
  /** Whether the browser notifies of knocks and of messages to oneself, while one looks elsewhere; it has allowed it then. */
  notifies: v.fallback(v.boolean(), false),
  /** What screen readers are told of by itself. */
  announceArrivals: v.fallback(v.boolean(), true),
  announceHands: v.fallback(v.boolean(), true),
  /** Whether a new message is shown for a moment while the chat is closed. */
  messagePreviews: v.fallback(v.boolean(), true),
  announceMessages: v.fallback(v.boolean(), true),
  /** Whether the rooms that one was in are remembered; null where one said nothing. */
  remembersRooms: v.fallback(v.nullable(v.boolean()), null),
  microphoneId: deviceId,
  cameraId: deviceId,
  speakerId: deviceId,
})
export type Settings = v.InferOutput<typeof Settings>

export type Theme = Settings['theme']

export const isTheme = (text: string): text is Theme => THEMES.some((theme) => theme === text)

/** What a browser remembers that remembers nothing. */
export const NO_SETTINGS: Settings = v.parse(Settings, {})

/** Reads what was stored: absence and garbage of any kind give the defaults. */
export function readSettings(stored: string | null): Settings {
  if (stored === null) return NO_SETTINGS
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Settings), stored)
  return read.success ? read.output : NO_SETTINGS
}
