import { ProtocolError } from '../../protocol/errors.ts'
import { normaliseRoomName, type RoomName } from '../../protocol/names/room-name.ts'
import { isOnLoopback } from './site.ts'

/** What a link shows of itself where it is shared (Open Graph, https://ogp.me). */
export interface SharedLink {
  readonly title: string
  readonly description: string
  /** The address, without what a link may say besides where it leads: whose name is in it is nobody's business. */
  readonly url: string
  /** An absolute address. */
  readonly image: string
  /** Null where it leads to no room. */
  readonly room: RoomName | null
}

const PICTURE = '/icons/shared.png'

/** Of the page as a whole, and of a room: the same words as on the page, where there are such. */
const DESCRIPTIONS = {
  en: {
    page: 'Name a room, share its link, talk. No account, nothing to install.',
    room: 'A meeting room. Open the link to hear and see each other: no account, nothing to install.',
  },
  fr: {
    page: 'Nommez un salon, partagez son lien, échangez. Sans compte, sans rien installer.',
    room: 'Un salon de réunion. Ouvrez le lien pour vous entendre et vous voir\u202f: sans compte, sans rien installer.',
  },
  it: {
    page: 'Dai un nome alla stanza, condividi il link, parla. Senza account, senza installare nulla.',
    room: 'Una stanza per riunioni. Apri il link per parlare e vedersi: senza account, senza installare nulla.',
  },
  de: {
    page: 'Einen Raum benennen, den Link teilen, reden. Ohne Konto, ohne Installation.',
    room: 'Ein Raum für Videokonferenzen. Öffnen Sie den Link, um einander zu hören und zu sehen: ohne Konto, ohne Installation.',
  },
  es: {
    page: 'Pon nombre a una sala, comparte el enlace y habla. Sin cuenta, sin instalar nada.',
    room: 'Una sala de reunión. Abre el enlace para hablar y verse: sin cuenta, sin instalar nada.',
  },
} as const

type Language = keyof typeof DESCRIPTIONS

const isLanguage = (tag: string): tag is Language => Object.hasOwn(DESCRIPTIONS, tag)

/** How much of a header is looked at: nobody reads more languages than that. */
const MAX_LANGUAGES = 20

/** The language that the link has (docs/links-and-embedding.md), else the first that whoever asks reads (RFC 9110 §12.5.4), else English. */
function languageFor(url: URL, accepted: string): Language {
  const tags = [url.searchParams.get('lang') ?? '', ...accepted.split(',', MAX_LANGUAGES)]
  return tags.map((tag) => tag.trim().toLowerCase().slice(0, 2)).find(isLanguage) ?? 'en'
}

/**
 * What is shown of a link to `url`. It says of a room no more than its address does: not whether it is open, nor who is in it.
 *
 * @param accepted - `Accept-Language` of whoever asks.
 */
export function sharedLink(url: URL, accepted: string): SharedLink {
  const room = roomAt(url.pathname)
  const origin = publicOrigin(url)
  const { page, room: ofRoom } = DESCRIPTIONS[languageFor(url, accepted)]
  return {
    title: room === null ? 'essaim' : `${room} · essaim`,
    description: room === null ? page : ofRoom,
    url: origin + (room === null ? url.pathname : `/${encodeURIComponent(room)}`),
    image: origin + PICTURE,
    room,
  }
}

/** The web server before an edge speaks TLS, and the edge does not: browsers give devices to nothing else. */
const publicOrigin = (url: URL): string => (isOnLoopback(url) ? url.origin : `https://${url.host}`)

function roomAt(pathname: string): RoomName | null {
  try {
    return normaliseRoomName(decodeURIComponent(pathname.replace(/^\/|\/$/g, '')))
  } catch (error) {
    if (error instanceof ProtocolError || error instanceof URIError) return null
    throw error
  }
}
