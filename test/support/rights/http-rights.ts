/** Who may ask over HTTP: as PROTOCOL.md has it (H1, S5, N9). */

/**
 * A program that says no origin, a page of the edge's own, a page of somewhere else; one who brings a secret that is not the
 * operator's, the operator, and a page of somewhere else that brings theirs.
 */
export const ASKERS = [
  'program',
  'own page',
  'foreign page',
  'impostor',
  'operator',
  'their secret elsewhere',
] as const
export type Asker = (typeof ASKERS)[number]

/** What comes of it: it gets as far as what is asked for, or the code that says why not. */
type Verdict = 'heard' | 'not-allowed' | 'unauthorised'

interface HttpRight {
  /** As it is asked for, with what is needed in the place of parameters. */
  readonly path: string
  readonly rules: string
  readonly who: Readonly<Record<Asker, Verdict>>
}

const everybody: HttpRight['who'] = {
  program: 'heard',
  'own page': 'heard',
  'foreign page': 'heard',
  impostor: 'heard',
  operator: 'heard',
  'their secret elsewhere': 'heard',
}
const ownPages: HttpRight['who'] = {
  ...everybody,
  'foreign page': 'not-allowed',
  'their secret elsewhere': 'not-allowed',
}
const operator: HttpRight['who'] = {
  ...ownPages,
  program: 'unauthorised',
  'own page': 'unauthorised',
  impostor: 'unauthorised',
}
/** No page asks for those: where it comes from says nothing. */
const metrics: HttpRight['who'] = {
  ...operator,
  'foreign page': 'unauthorised',
  'their secret elsewhere': 'heard',
}

const right = (path: string, rules: string, who: HttpRight['who']): HttpRight => ({ path, rules, who })

/** Every address that the edge itself answers, as its router has it; what is for anybody else are files. */
export const HTTP_RIGHTS: Readonly<Record<string, HttpRight>> = {
  'GET /healthz': right('/healthz', '', everybody),
  'GET /metrics': right('/metrics', 'S5', metrics),
  'GET /api/stats': right('/api/stats', 'H1 S4', everybody),
  'GET /api/swarm': right('/api/swarm', 'H1 S6', everybody),
  'GET /api/candidates': right('/api/candidates', 'H1 X8', ownPages),
  'GET /api/address': right('/api/address', 'H1 N16', ownPages),
  'GET /api/rooms/:room/link': right('/api/rooms/somewhere/link', 'H1 J10', ownPages),
  'GET /api/rooms/:room/socket': right('/api/rooms/somewhere/socket', 'H1', ownPages),
  'GET /api/node/:node': right('/api/node/somebody', 'H1 N8', ownPages),
  'POST /api/nodes': right('/api/nodes', 'H1 N10', ownPages),
  'POST /api/checks': right('/api/checks', 'H1 N21', ownPages),
  'POST /api/checks/outcome': right('/api/checks/outcome', 'H1 N21', ownPages),
  'POST /api/admin/invitations': right('/api/admin/invitations', 'N9', operator),
  'GET /api/admin/nodes': right('/api/admin/nodes', 'N27', operator),
  'GET /api/admin/turn': right('/api/admin/turn', 'M11', operator),
  'POST /api/admin/nodes/:node/:action': right('/api/admin/nodes/own/resume', 'N11', operator),
}
