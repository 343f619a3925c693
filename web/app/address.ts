import { ProtocolError } from '../../protocol/errors.ts'
import { tidyDisplayName } from '../../protocol/names/display-name.ts'
import { choiceOf } from '../../protocol/names/link-choice.ts'
import {
  normaliseRoomName,
  type RoomName,
  readTypedRoomName,
  type TypedRoomName,
} from '../../protocol/names/room-name.ts'
import { trimEdges } from '../../protocol/names/trim-edges.ts'
import { isLanguage, type Language } from '../settings/language-tags.ts'
import { isTheme, type Theme } from '../settings/settings-schema.ts'

/** What the address asks for. */
export type Address =
  | { readonly at: 'home' }
  | { readonly at: 'stats' }
  | { readonly at: 'swarm' }
  | { readonly at: 'check' }
  | { readonly at: 'privacy' }
  | { readonly at: 'room'; readonly room: RoomName }
  | { readonly at: 'bad-name'; readonly written: string }

/** The room's name, or null where none can be made of what was written. */
function roomNameOf(written: string): RoomName | null {
  try {
    return normaliseRoomName(written)
  } catch (error) {
    if (error instanceof ProtocolError) return null
    throw error
  }
}

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch (error) {
    // Not UTF-8 behind the percent signs: shown as it stands, and refused as a name.
    if (error instanceof URIError) return segment
    throw error
  }
}

/** Something that begins with a host, and the path behind it. */
const ADDRESS = /^(?:https?:\/\/)?([^/?#]+)(\/[^?#]*)/iu

/**
 * The room that is meant by what somebody typed where a name is asked for; of a link to this site, what it says of its room.
 *
 * @param host - The host of this site, with its port.
 */
export function typedRoom(text: string, host: string): TypedRoomName {
  const [, site, path = ''] = ADDRESS.exec(text.trim()) ?? []
  return readTypedRoomName(site?.toLowerCase() === host ? decoded(trimEdges(path, '/')) : text)
}

/** Views outside of rooms that have an address of their own. */
const OWN_VIEWS = ['stats', 'swarm', 'check', 'privacy'] as const

/** Reads the path of the page: `/`, one of ours, or `/<room>` with or without a slash behind. */
export function readAddress(pathname: string): Address {
  const written = decoded(trimEdges(pathname, '/'))
  if (written === '') return { at: 'home' }
  const own = OWN_VIEWS.find((view) => view === written)
  if (own !== undefined) return { at: own }
  const room = roomNameOf(written)
  return room === null ? { at: 'bad-name', written } : { at: 'room', room }
}

/** What a link may say besides the room, for kiosks, embedding and tests: docs/links-and-embedding.md has the table. */
export interface LinkOptions {
  readonly name: string | null
  /** Join without the page before. */
  readonly join: boolean
  readonly microphone: boolean | null
  readonly camera: boolean | null
  /** Within another page: nothing that leads out of the room, and that page may ask for things. */
  readonly embed: boolean
  /** For this page only: nothing of it is remembered. */
  readonly language: Language | null
  readonly theme: Theme | null
}

export function readLinkOptions(search: string): LinkOptions {
  const parameters = new URLSearchParams(search)
  const name = tidyDisplayName(parameters.get('name') ?? '')
  const language = parameters.get('lang')
  const theme = parameters.get('theme')
  return {
    name: name === '' ? null : name,
    join: choiceOf(parameters.get('join')) ?? false,
    microphone: choiceOf(parameters.get('mic')),
    camera: choiceOf(parameters.get('cam')),
    embed: choiceOf(parameters.get('embed')) ?? false,
    language: language !== null && isLanguage(language) ? language : null,
    theme: theme !== null && isTheme(theme) ? theme : null,
  }
}
