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
import { readFragment, readSecret } from '../core/encryption/room-secret.ts'
import type { RoomLink } from '../features/invite/room-link.ts'
import { isLanguage, type Language } from '../settings/language-tags.ts'
import { isTheme, type Theme } from '../settings/settings-schema.ts'

/** What the address asks for. */
export type Address =
  | { readonly at: 'home' }
  | { readonly at: 'stats' }
  | { readonly at: 'swarm' }
  | { readonly at: 'check' }
  | { readonly at: 'privacy' }
  | ({ readonly at: 'room' } & RoomLink)
  /** Its secret was cut, or written wrongly. */
  | { readonly at: 'damaged-link'; readonly room: RoomName }
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

/** What stands before a link that was taken out of a text. */
const BEFORE_LINK = /^[\s<(["'“„«]+/u

/** Something that begins with a host, the path behind it, and the fragment. */
const ADDRESS = /^(?:https?:\/\/)?([^/?#]+)(\/[^?#]*)(?:\?[^#]*)?(#.*)?/iu

/** What stands behind a link that was taken out of a text, and is no part of it: no secret ends in one of these. */
const AFTER_LINK = /[\s.,;:!?)\]}>'"’”»]+$/u

/** What somebody typed where a room is asked for: a name, or why it is none; or a link to this site. */
export type TypedRoom =
  | TypedRoomName
  | { readonly is: 'link'; readonly link: RoomLink }
  /** A link whose secret was cut, or written wrongly. */
  | { readonly is: 'damaged' }

/**
 * The room that is meant by what somebody typed where one is asked for; of a link to this site, what it says of its room.
 *
 * @param host - The host of this site, with its port.
 */
export function typedRoom(text: string, host: string): TypedRoom {
  const [, site, path = '', fragment = ''] = ADDRESS.exec(text.replace(BEFORE_LINK, '')) ?? []
  if (site?.toLowerCase() !== host) return readTypedRoomName(text)
  const typed = readTypedRoomName(decoded(trimEdges(path, '/')))
  if (typed.is !== 'name') return typed
  const secret = readSecret(fragment.replace(AFTER_LINK, ''))
  if (secret.is === 'damaged') return { is: 'damaged' }
  return { is: 'link', link: { room: typed.name, secret: secret.is === 'whole' ? secret.secret : null } }
}

/** Views outside of rooms that have an address of their own. */
const OWN_VIEWS = ['stats', 'swarm', 'check', 'privacy'] as const

/**
 * Reads the path of the page: `/`, one of ours, or `/<room>` with or without a slash behind, and with the secret of the room's link in
 * the `fragment`, if it has one.
 */
export function readAddress(pathname: string, fragment = ''): Address {
  const written = decoded(trimEdges(pathname, '/'))
  if (written === '') return { at: 'home' }
  const own = OWN_VIEWS.find((view) => view === written)
  if (own !== undefined) return { at: own }
  const room = roomNameOf(written)
  if (room === null) return { at: 'bad-name', written }
  const secret = readSecret(fragment)
  if (secret.is === 'damaged') return { at: 'damaged-link', room }
  return { at: 'room', room, secret: secret.is === 'whole' ? secret.secret : null }
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

/** Reads what a link says besides the room. A name that stands behind its `#` is sent to nobody. */
export function readLinkOptions({ search, hash }: Pick<URL, 'search' | 'hash'>): LinkOptions {
  const parameters = new URLSearchParams(search)
  const written = readFragment(hash).get('name') ?? parameters.get('name')
  const name = tidyDisplayName(written ?? '')
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
