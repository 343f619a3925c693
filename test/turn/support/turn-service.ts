import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import * as v from 'valibot'
import type { IceServer } from '../../../protocol/media/transport.ts'

/** How the double of Cloudflare's TURN API answers: as its contract says, with a status, or badly. */
export type TurnServiceMood = 'well' | 'silent' | 'garbage' | 'stalling' | 401 | 429 | 500

const KEY = 'a-key'
const TOKEN = 'a-turn-token'
const Order = v.strictObject({ ttl: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(172_800)) })

/**
 * A double of Cloudflare Realtime TURN's API, over real HTTP on loopback: two addresses, a bearer token, a JSON body;
 * 201 with the servers, 204 for what was revoked.
 */
export class TurnService {
  mood: TurnServiceMood = 'well'
  /** The lifetimes that were asked for, in seconds. */
  readonly lifetimes: number[] = []
  readonly revoked: string[] = []
  /** Other servers than the usual, such as those of a TURN server that there is. */
  servers: ((count: number) => readonly IceServer[]) | null = null
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((thrown: unknown) => {
      console.error(thrown)
      response.writeHead(400).end()
    })
  })

  static async open(): Promise<TurnService> {
    const service = new TurnService()
    service.#server.listen(0, '127.0.0.1')
    await once(service.#server, 'listening')
    return service
  }

  get url(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('not listening')
    return `http://127.0.0.1:${address.port}`
  }

  /** What an edge is configured with to use it. */
  get bindings(): Record<string, string> {
    const [TURN_API_URL, TURN_KEY_ID, TURN_KEY_API_TOKEN] = [this.url, KEY, TOKEN]
    return { TURN_PROVIDER: 'cloudflare', TURN_API_URL, TURN_KEY_ID, TURN_KEY_API_TOKEN }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { mood } = this
    if (mood === 'silent') return
    if (typeof mood === 'number') return void response.writeHead(mood).end('{"errors":[]}')
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return void response.writeHead(401).end()
    const [, action = ''] = request.url?.split(`/v1/turn/keys/${KEY}/credentials/`) ?? []
    const [, username] = /^([^/]+)\/revoke$/.exec(action) ?? []
    if (request.method !== 'POST') return void response.writeHead(405).end()
    if (username !== undefined) {
      this.revoked.push(decodeURIComponent(username))
      return void response.writeHead(204).end()
    }
    if (action !== 'generate-ice-servers') return void response.writeHead(404).end()
    this.lifetimes.push(v.parse(Order, await json(request)).ttl)
    response.writeHead(201, { 'content-type': 'application/json' })
    if (mood === 'stalling') return void response.write('{"iceServers":')
    if (mood === 'garbage') return void response.end('<html>')
    const count = this.lifetimes.length
    response.end(JSON.stringify({ iceServers: (this.servers ?? usualServers)(count) }))
  }
}

const usualServers = (count: number): readonly IceServer[] => [
  { urls: ['stun:stun.cloudflare.com:3478', 'stun:stun.cloudflare.com:53'] },
  {
    urls: [
      'turn:turn.cloudflare.com:3478?transport=udp',
      'turn:turn.cloudflare.com:53?transport=udp',
      'turn:turn.cloudflare.com:3478?transport=tcp',
      'turn:turn.cloudflare.com:80?transport=tcp',
      'turns:turn.cloudflare.com:5349?transport=tcp',
      'turns:turn.cloudflare.com:443?transport=tcp',
    ],
    username: `name/${count}`,
    credential: `credential-${count}`,
  },
]
