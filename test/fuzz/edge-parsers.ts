import { vi } from 'vitest'
import { Enrolment, InvitationRequest } from '../../protocol/http/lending.ts'
import { PageCheckOutcome, PageCheckRequest } from '../../protocol/http/page-check.ts'
import { newPeerId } from '../../protocol/ids.ts'
import { BODY_MAX_BYTES } from '../../protocol/limits.ts'
import { IceServer } from '../../protocol/media/transport.ts'
import { normaliseRoomName } from '../../protocol/names/room-name.ts'
import { targetOf } from '../../scripts/front/request-target.ts'
import { bringsSecret } from '../../worker/http/bearer.ts'
import { clientNetwork, clientSite, toldAddress } from '../../worker/http/client-network.ts'
import { kioskRooms, linkDevices } from '../../worker/http/link-devices.ts'
import { embedders } from '../../worker/http/origins.ts'
import { readBody } from '../../worker/http/read-body.ts'
import { sharedLink } from '../../worker/http/shared-link.ts'
import { siteOf } from '../../worker/http/site.ts'
import { Misconfigured } from '../../worker/misconfigured.ts'
import { geographicHint } from '../../worker/placement/geographic-hint.ts'
import { cloudflare } from '../../worker/turn/cloudflare.ts'
import { turnBudgets, turnProvider } from '../../worker/turn/turn-config.ts'
import { TurnFailure } from '../../worker/turn/turn-provider.ts'
import { ofText, ofValue, type Parser, QUIET, samplesOf } from './parser.ts'

/** Headers are as long as the door before an edge lets through (H4), and hold what HTTP lets them hold. */
const HEADER: Partial<Parser> = { refuses: () => false, most: 16 * 1024 }
const asHeader = (text: string): string => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?')
const withHeader = (name: string, text: string): Request =>
  new Request('https://meet.example.org/', { headers: { [name]: asHeader(text) } })

const BODY: Partial<Parser> = { most: 2 * BODY_MAX_BYTES }
const bodyOf = (text: string): Request =>
  new Request('https://meet.example.org/', { method: 'POST', body: text })

const OF_OPERATOR: Partial<Parser> = { refuses: (thrown) => thrown instanceof Misconfigured, most: 4_096 }
const HASH = 'a987f88fa5e34dd780fc27d278c46bd1fbdcd62110dff17025a7eeb08c5bfda5'
const room = normaliseRoomName('somewhere')
const provider = cloudflare({ keyId: 'k', apiToken: 't', ttlMs: 1_000, apiUrl: 'https://turn.example' })
const somebody = newPeerId()
const page = 'https://meet.example.org/somewhere'

/** What TURN’s provider answers: whatever it is, there are servers, or a failure of its own kind. */
async function grantedBy(text: string): Promise<unknown> {
  vi.stubGlobal('fetch', async () => new Response(text))
  try {
    return await provider.grant(somebody, 0)
  } finally {
    vi.unstubAllGlobals()
  }
}

/** What the Worker reads besides frames: bodies, headers, its operator’s variables, and what others answer it. */
export const EDGE_PARSERS: readonly Parser[] = [
  ofText(
    'invitations that are asked for',
    samplesOf(InvitationRequest),
    (text) => readBody(bodyOf(text), InvitationRequest),
    BODY,
  ),
  ofText('enrolments', samplesOf(Enrolment), (text) => readBody(bodyOf(text), Enrolment), BODY),
  ofText(
    'checks by a page',
    samplesOf(PageCheckRequest),
    (text) => readBody(bodyOf(text), PageCheckRequest),
    BODY,
  ),
  ofText(
    'outcomes of checks',
    samplesOf(PageCheckOutcome),
    (text) => readBody(bodyOf(text), PageCheckOutcome),
    BODY,
  ),
  ofText(
    'bearer tokens',
    ['Bearer an-operator-s-secret'],
    (text) => bringsSecret(withHeader('authorization', text), HASH, 'ADMIN_SECRET_HASH'),
    HEADER,
  ),
  ofText(
    'where a request comes from',
    ['203.0.113.7', '::ffff:192.0.2.1', '2001:db8::1'],
    (text) => {
      const request = withHeader('cf-connecting-ip', text)
      return [clientNetwork(request), clientSite(request), toldAddress(request)]
    },
    HEADER,
  ),
  ofText(
    'languages that are read',
    ['fr-CH, fr;q=0.9, en;q=0.8'],
    (text) => sharedLink(new URL(page), text),
    HEADER,
  ),
  ofText(
    'addresses that are shared',
    ['/réunion', '/%F0%9F%91%A9?lang=de', '/a//b'],
    (text) => {
      const path = `/${text}`
      return URL.canParse(path, page) ? sharedLink(new URL(path, page), '') : null
    },
    QUIET,
  ),
  ofText(
    'pages around a room',
    ['https://portal.example', 'https://*.example.org'],
    (text) => linkDevices({ EMBED_ALLOWED: 'https://*.example.org' }, room, [text]),
    QUIET,
  ),
  ofValue(
    'where Cloudflare says that a request comes from',
    ['{"latitude":"45.76","longitude":"4.84"}'],
    geographicHint,
  ),
  ofText('answers of TURN’s provider', [`{"iceServers":[${samplesOf(IceServer).join()}]}`], grantedBy, {
    refuses: (thrown) => thrown instanceof TurnFailure,
  }),
  ofText(
    'TURN_SERVERS',
    ['[{"urls":["turn:turn.example.org"],"username":"u","credential":"c"}]'],
    (text) => turnProvider({ TURN_PROVIDER: 'list', TURN_SERVERS: text }),
    OF_OPERATOR,
  ),
  ofText(
    'TURN_URLS',
    ['turn:turn.example.org:3478, turns:turn.example.org'],
    (text) => turnProvider({ TURN_PROVIDER: 'coturn', TURN_URLS: text, TURN_SECRET: 's' }),
    OF_OPERATOR,
  ),
  ofText(
    'TURN_ROOM_BUDGET_GB',
    ['0.5', '1000', ''],
    (text) => turnBudgets({ TURN_ROOM_BUDGET_GB: text }),
    OF_OPERATOR,
  ),
  ofText(
    'targets of requests',
    ['/a/b?c#d', 'http://x.example/', '*'],
    (text) => targetOf('meet.example.org', text),
    QUIET,
  ),
  ofText('hosts of requests', ['meet.example.org:8787', '[::1]'], (text) => targetOf(text, '/'), QUIET),
  ofText('KIOSK_ROOMS', ['foyer, salle-12'], (text) => kioskRooms({ KIOSK_ROOMS: text }), OF_OPERATOR),
  ofText(
    'EMBED_ALLOWED',
    ['https://*.example.org, https://a.example'],
    (text) => embedders({ EMBED_ALLOWED: text }),
    OF_OPERATOR,
  ),
  ofText(
    'OPERATOR_CONTACT',
    ['mail@example.org', 'https://example.org/contact'],
    (text) => siteOf({ OPERATOR_CONTACT: text }),
    OF_OPERATOR,
  ),
]
