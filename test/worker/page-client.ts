import { exports } from 'cloudflare:workers'
import * as v from 'valibot'
import { ROUTER_RTP_CAPABILITIES } from '../../protocol/media/codecs.ts'
import { DisplayName } from '../../protocol/names/display-name.ts'
import { type EdgeFrame, readEdgeFrame } from '../../protocol/page-edge/frames.ts'
import {
  type PageParams,
  type PageRequestName,
  pageContract,
  Welcome,
} from '../../protocol/page-edge/requests.ts'
import { PAGE_EDGE } from '../../protocol/version.ts'
import { Inbox } from './inbox.ts'

/** The part of Cloudflare's `request.cf` that says where a request seems to come from. */
export interface Place {
  readonly latitude: string
  readonly longitude: string
}

/** A request's particulars as Cloudflare would complete them. */
export const comingFrom = (cf: Place | undefined, init: RequestInit = {}): RequestInit =>
  Object.assign(init, cf && { cf })

function readKnownFrame(text: string): EdgeFrame {
  const frame = readEdgeFrame(text)
  if ('unknown' in frame) throw new Error(`no event is called ${frame.unknown}`)
  return frame
}

/** A hand-written client of the edge, over a real WebSocket. */
export class PageClient {
  static readonly #all = new Set<PageClient>()

  /** Everybody leaves: the next test finds no room that waits for a node. */
  static async leaveAll(): Promise<void> {
    for (const page of PageClient.#all) {
      PageClient.#all.delete(page)
      if (page.socket.readyState !== WebSocket.READY_STATE_OPEN) continue
      page.send('leave', {})
      page.socket.close(1001, 'the test is over')
      await page.closed
    }
  }

  readonly socket: WebSocket
  readonly inbox: Inbox<EdgeFrame>
  readonly closed: Promise<CloseEvent>
  #id = 0

  private constructor(socket: WebSocket) {
    this.socket = socket
    this.inbox = new Inbox(socket, readKnownFrame)
    this.closed = new Promise((resolve) => socket.addEventListener('close', resolve))
    socket.accept()
    PageClient.#all.add(this)
  }

  /**
   * @param address - Where the page is, as Cloudflare would say.
   * @param cf - And about where on Earth that is.
   */
  static async open(room: string, address?: string, cf?: Place): Promise<PageClient> {
    const headers = { upgrade: 'websocket', ...(address ? { 'cf-connecting-ip': address } : {}) }
    const url = `http://edge/api/rooms/${encodeURIComponent(room)}/socket`
    const response = await exports.default.fetch(url, comingFrom(cf, { headers }))
    if (!response.webSocket) throw new Error(`no socket: ${response.status} ${await response.text()}`)
    return new PageClient(response.webSocket)
  }

  /** Sends a request and waits for its answer: a result, or the code of an error. */
  async ask<Name extends PageRequestName>(request: Name, params: PageParams<Name>): Promise<object> {
    const frame = await this.askFor(request, params)
    if ('result' in frame) return v.parse(pageContract[request].result, frame.result)
    return { refused: frame.error.code }
  }

  /** The same of anything, whether the contract has it or not; answers the whole frame. */
  async askFor(request: string, params: object) {
    const id = this.#send(request, params)
    const frame = await this.inbox.next((candidate) => 'id' in candidate && candidate.id === id)
    if ('id' in frame) return frame
    throw new Error('neither a result nor an error')
  }

  /** Sends a request without waiting; returns its number. */
  send<Name extends PageRequestName>(request: Name, params: PageParams<Name>): number {
    return this.#send(request, params)
  }

  #send(request: string, params: object): number {
    this.#id += 1
    this.socket.send(JSON.stringify({ id: this.#id, request, params }))
    return this.#id
  }

  join(name: string, change: Partial<PageParams<'join'>> = {}): Promise<object> {
    return this.ask('join', {
      protocol: PAGE_EDGE.newest,
      name: v.parse(DisplayName, name),
      rtpCapabilities: ROUTER_RTP_CAPABILITIES,
      ...change,
    })
  }

  async welcome(name: string, change: Partial<PageParams<'join'>> = {}): Promise<Welcome> {
    return v.parse(Welcome, await this.join(name, change))
  }

  /** The next event of that name, with its number. */
  async event(name: string) {
    const frame = await this.inbox.next((candidate) => 'seq' in candidate && candidate.data.event === name)
    if (!('seq' in frame)) throw new Error('no event')
    return frame
  }
}
