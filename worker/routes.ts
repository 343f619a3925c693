import { type IRequest, Router } from 'itty-router'
import * as v from 'valibot'
import { ProtocolError } from '../protocol/errors.ts'
import { NodeId } from '../protocol/ids.ts'
import { normaliseRoomName, type RoomName } from '../protocol/names/room-name.ts'
import type { Candidates } from '../protocol/node-edge/probe.ts'
import { candidatesNear } from './directory/place-room.ts'
import { directoryOf, nodeOf, roomNamed } from './durable-objects.ts'
import type { Env } from './env.ts'
import { requireOperator } from './http/bearer.ts'
import { clientNetwork, toldAddress } from './http/client-network.ts'
import { errorResponse } from './http/error-response.ts'
import { kioskRooms, linkDevices } from './http/link-devices.ts'
import { allowedOrigins, embedders, requireOwnOrigin } from './http/origins.ts'
import { page } from './http/page.ts'
import { siteOf } from './http/site.ts'
import { withStrictHeaders } from './http/strict-headers.ts'
import { adminAction } from './lending/admin-action.ts'
import { enrol, invite } from './lending/enrolment.ts'
import { endPageCheck, openPageCheck } from './lending/page-check.ts'
import { log } from './log.ts'
import { tellMetrics } from './metrics/metrics-route.ts'
import { ownNodes } from './node/own-nodes.ts'
import { refuseStranger } from './node/registration/verify-registration.ts'
import { geographicHint } from './placement/geographic-hint.ts'
import { turnBudgets, turnProvider } from './turn/turn-config.ts'

type Arguments = [Env]

/** Anybody may read what is published, from any page, but none needs it by the second. */
const PUBLISHED_HEADERS = { 'cache-control': 'public, max-age=10', 'access-control-allow-origin': '*' }
/** For what is so at this moment, or for whoever asks, alone. */
const NOT_STORED = { 'cache-control': 'no-store' }

/**
 * Everything that the edge answers itself; the page's files are static assets. Not itty-router's `AutoRouter`: its
 * `withParams` proxies the request, and a Durable Object's stub does not take a proxied one.
 */
export const router = Router<IRequest, Arguments>({
  catch: (thrown, request) => {
    const error = ProtocolError.from(thrown)
    if (error.code === 'internal') log.error('request-failed', thrown, { path: routeOf(request.url) })
    return errorResponse(error)
  },
  finally: [(response: Response, request: IRequest, env: Env) => withStrictHeaders(response, request, env)],
})

router
  .get('/healthz', async (_request, env) => {
    // Where the operator's TURN makes no sense no room opens, and without their keys no node comes: better said here,
    // before anybody does. So is what makes no sense of those that they trust.
    turnProvider(env)
    turnBudgets(env)
    ownNodes(env)
    allowedOrigins(env)
    embedders(env)
    kioskRooms(env)
    siteOf(env)
    return Response.json({
      ok: true,
      nodes: await directoryOf(env).repeat((directory) => directory.countAll()),
    })
  })
  .get('/metrics', (request, env) => tellMetrics(request, env))
  .get('/api/stats', async (_request, env) =>
    Response.json(await directoryOf(env).repeat((directory) => directory.statistics()), {
      headers: PUBLISHED_HEADERS,
    }),
  )
  .get('/api/swarm', async (_request, env) =>
    Response.json(await directoryOf(env).repeat((directory) => directory.swarm()), {
      headers: PUBLISHED_HEADERS,
    }),
  )
  // What follows is for our own pages, and for programs.
  .all('/api/*', (request, env) => requireOwnOrigin(request, env))
  .get('/api/candidates', async (request, env) => {
    const hint = geographicHint(request['cf'])
    const found: Candidates = {
      nodes: await candidatesNear(env, hint),
    }
    return Response.json(found, { headers: NOT_STORED })
  })
  .get('/api/address', (request) => Response.json(toldAddress(request), { headers: NOT_STORED }))
  .get('/api/rooms/:room/link', (request, env) =>
    Response.json(linkDevices(env, roomNameIn(request), new URL(request.url).searchParams.getAll('within')), {
      headers: NOT_STORED,
    }),
  )
  .get('/api/rooms/:room/socket', (request, env) => {
    requireUpgrade(request)
    return roomNamed(env, roomNameIn(request)).once((room) => room.fetch(request))
  })
  .get('/api/node/:node', async (request, env) => {
    requireUpgrade(request)
    const node = nodeIn(request)
    // An id that nobody was given makes no object: whoever comes under it has to prove it there.
    await refuseStranger(env, node, clientNetwork(request))
    return nodeOf(env, node).once((object) => object.fetch(request))
  })
  .post('/api/nodes', (request, env) => enrol(request, env))
  .post('/api/checks', (request, env) => openPageCheck(request, env))
  .post('/api/checks/outcome', (request, env) => endPageCheck(request, env))
  .all('/api/admin/*', (request, env) => requireOperator(request, env))
  .post('/api/admin/invitations', (request, env) => invite(request, env))
  .get('/api/admin/nodes', async (_request, env) =>
    Response.json({ nodes: await directoryOf(env).repeat((directory) => directory.nodes()) }),
  )
  .get('/api/admin/turn', async (_request, env) =>
    Response.json(await directoryOf(env).repeat((directory) => directory.turnUsage())),
  )
  .post('/api/admin/nodes/:node/:action', (request, env) =>
    adminAction(env, nodeIn(request), request.params['action']),
  )
  .all('/api/*', () => {
    throw new ProtocolError('not-found', 'no such address')
  })
  .get('*', (request, env) => page(request, env))
  .all('*', (request, env) => env.ASSETS.fetch(request))

const roomNameIn = (request: IRequest): RoomName => normaliseRoomName(decoded(request.params['room'] ?? ''))

function nodeIn(request: IRequest): NodeId {
  const id = v.safeParse(NodeId, request.params['node'])
  if (!id.success) throw new ProtocolError('bad-message', 'not a node id')
  return id.output
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch (cause) {
    throw new ProtocolError('bad-room-name', 'not a URL-encoded name', { cause })
  }
}

function requireUpgrade(request: IRequest): void {
  if (request.headers.get('upgrade')?.toLowerCase() === 'websocket') return
  throw new ProtocolError('upgrade-required', 'this address is for WebSockets')
}

/** The kind of address, for the log: a room's name is nobody's business. */
const routeOf = (url: string): string => new URL(url).pathname.split('/').slice(0, 3).join('/')
