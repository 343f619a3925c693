import * as v from 'valibot'
import { canonicalAddress, ipv4Bytes, ipv6Groups, unmapped } from '../../protocol/addresses/ip-address.ts'
import { networkOf, siteOf } from '../../protocol/addresses/network.ts'
import { isPublicAddress } from '../../protocol/addresses/public-address.ts'
import { readBase64url } from '../../protocol/base64url.ts'
import { readInvitation, writeInvitation } from '../../protocol/http/invitation.ts'
import { InvitationCode } from '../../protocol/http/lending.ts'
import { DisplayName, tidyDisplayName, tidyLine } from '../../protocol/names/display-name.ts'
import { normaliseRoomName, RoomName, readTypedRoomName } from '../../protocol/names/room-name.ts'
import { readWith } from '../../protocol/reading.ts'
import { readRetryAfterHeader } from '../../protocol/retry-after.ts'
import { readAddress, readLinkOptions, typedRoom } from '../../web/app/address.ts'
import { ofText, type Parser, QUIET } from './parser.ts'

const NAMES = [
  'réunion-du-lundi',
  'İSTANBUL',
  'Straße 12',
  '会議室',
  '〇一',
  'a'.repeat(64),
  'ﬁn_de__semaine',
  'ς-σ',
  'नमस्ते',
]
const ADDRESSES = [
  ...[
    '203.0.113.7',
    '::1',
    '2001:db8::1',
    '::ffff:192.0.2.1',
    'fe80::1%eth0',
    '2a00:1450:4007:80e::200e',
    '0.0.0.0',
  ],
]
const invitation = writeInvitation({
  edge: 'https://meet.example.org/',
  code: v.parse(InvitationCode, 'i'.repeat(43)),
})

/** A name that was taken is one: nothing changes when it is taken again, and what it is stands for it in an address. */
function taken(name: string): string {
  const again = normaliseRoomName(name)
  if (again !== name || !v.is(RoomName, name) || decodeURIComponent(encodeURIComponent(name)) !== name)
    throw new Error('a name that is taken is another name')
  return name
}

/** What was tidied is tidy, and the edge takes it. */
function tidied(text: string): string {
  const name = tidyDisplayName(text)
  if (tidyDisplayName(name) !== name) throw new Error('tidied twice is another name')
  if (name !== '' && readWith(DisplayName, name) !== name) throw new Error('a tidy name is not taken')
  if (!name.isWellFormed()) throw new Error('half a letter')
  return name
}

/** Names, addresses and other words that people and programs write. */
export const WORD_PARSERS: readonly Parser[] = [
  ofText('names of rooms', NAMES, (text) => taken(normaliseRoomName(text))),
  ofText(
    'names of rooms that are typed',
    [...NAMES, 'Réunion du C.A. — 12/10!'],
    (text) => {
      const read = readTypedRoomName(text)
      return read.is === 'name' ? taken(read.name) : read
    },
    QUIET,
  ),
  ofText('names of people', ['Ada', '👩‍👩‍👧 Eve', 'Ümit  Ö.', 'a\u0301', '\u202eadA'], tidied, QUIET),
  ofText('names of people, at the edge', ['Ada', '👩‍👩‍👧 Eve'], (text) => readWith(DisplayName, text)),
  ofText('lines', ['Bibliothèque de Lyon'], tidyLine, QUIET),
  ofText(
    'addresses of the Internet',
    ADDRESSES,
    (text) => [
      unmapped(text),
      ipv4Bytes(text),
      ipv6Groups(text),
      canonicalAddress(text),
      networkOf(text),
      siteOf(text),
      isPublicAddress(text),
    ],
    QUIET,
  ),
  ofText('invitations', [invitation, ` ${invitation}\n`], readInvitation),
  ofText('base64url', ['aGVsbG8', 'A'.repeat(43), '_-_-'], readBase64url, QUIET),
  ofText(
    'when to come back',
    ['120', 'Mon, 30 Nov 2026 06:00:00 GMT'],
    (text) => readRetryAfterHeader(text, new Date(0)),
    QUIET,
  ),
  ofText('paths of the page', ['/', '/stats', '/r%C3%A9union', '/%F0%9F', '/a/b/'], readAddress, QUIET),
  ofText(
    'what stands behind a path',
    ['?join&mic=on&cam=off&name=Ada&embed=1&lang=fr&theme=dark', '?name=%F0%9F%91%A9'],
    (text) => readLinkOptions({ search: text, hash: text }),
    QUIET,
  ),
  ofText(
    'rooms that are typed, or pasted as a link',
    ['https://meet.example.org/réunion?join', 'meet.example.org/a', 'Réunion du C.A.'],
    (text) => typedRoom(text, 'meet.example.org'),
    QUIET,
  ),
]
