import type { Page, WebSocketRoute } from 'playwright-core'
import * as v from 'valibot'
import type { ErrorCode } from '../../../protocol/errors.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import { type EdgeFrame, PING, PONG, readEdgeFrame } from '../../../protocol/page-edge/frames.ts'
import { type PageRequestName, Welcome } from '../../../protocol/page-edge/requests.ts'

const Asked = v.looseObject({ id: v.number(), request: v.string() })

/** What a lying edge does with what it carries; what it says nothing of is passed on as it is. */
export interface Lies {
  welcome?(welcome: Welcome): Welcome
  /** What is told in its place, one after the other. */
  event?(event: PageEvent): readonly PageEvent[]
  answer?(request: PageRequestName, result: object): object
  /** Answers in the edge's place, which hears nothing of it; null where it does not. */
  instead?(request: PageRequestName): { readonly result: object } | { readonly error: ErrorCode } | null
}

/** The edge as one page has it: what goes between them is taken down, and may be changed. */
export class LyingEdge {
  /** All that the page said. */
  readonly said: string[] = []
  /** All that it was told. */
  readonly told: string[] = []
  /** The lies of now. */
  lies: Lies = {}
  readonly #asked = new Map<number, PageRequestName>()
  #socket: WebSocketRoute | null = null
  /** The number of the event that was told last: there may be more of them than the edge knows of. */
  #seq = 0

  /** To be called before the page is loaded. */
  static async before(page: Page, lies: Lies = {}): Promise<LyingEdge> {
    const edge = new LyingEdge()
    edge.lies = lies
    await page.routeWebSocket(/\/api\/rooms\//, (socket) => edge.#connect(socket))
    return edge
  }

  /** Tells something that did not happen. */
  tell(...events: readonly PageEvent[]): void {
    for (const data of events) {
      this.#seq += 1
      this.#send(JSON.stringify({ seq: this.#seq, data }))
    }
  }

  /** The names of all requests that were made, in their order. */
  get requests(): readonly string[] {
    return this.said.filter(isJson).map((text) => v.parse(Asked, JSON.parse(text)).request)
  }

  #connect(socket: WebSocketRoute): void {
    this.#socket = socket
    const edge = socket.connectToServer()
    socket.onMessage((data) => {
      const text = String(data)
      this.said.push(text)
      if (!this.#answers(text)) edge.send(text)
    })
    edge.onMessage((data) => this.#pass(String(data)))
  }

  #answers(text: string): boolean {
    if (!isJson(text)) return false
    const { id, request } = v.parse(Asked, JSON.parse(text))
    // The edge reads it with the schema of its own; here it is but a key.
    const name = request as PageRequestName
    this.#asked.set(id, name)
    const answer = this.lies.instead?.(name) ?? null
    if (answer === null) return false
    const { error } = { error: undefined, ...answer }
    const message = 'a lie'
    this.#send(JSON.stringify({ id, ...(error ? { error: { code: error, message } } : answer) }))
    return true
  }

  #pass(text: string): void {
    if (!isJson(text)) return this.#send(text)
    const frame = readEdgeFrame(text)
    if ('unknown' in frame) throw new Error(`an event that nobody knows: ${frame.unknown}`)
    this.#passFrame(frame)
  }

  #passFrame(frame: EdgeFrame): void {
    if ('seq' in frame) this.tell(...(this.lies.event?.(frame.data) ?? [frame.data]))
    else if ('result' in frame) this.#send(JSON.stringify({ id: frame.id, result: this.#resultOf(frame) }))
    else this.#send(JSON.stringify(frame))
  }

  #resultOf({ id, result }: { readonly id: number; readonly result: object }): object {
    const request = this.#asked.get(id)
    if (request === undefined) throw new Error('an answer to nothing')
    const welcome = v.safeParse(Welcome, result)
    if (request !== 'join' || !welcome.success) return this.lies.answer?.(request, result) ?? result
    this.#seq = welcome.output.seq
    return this.lies.welcome?.(welcome.output) ?? welcome.output
  }

  #send(text: string): void {
    this.told.push(text)
    this.#socket?.send(text)
  }
}

const isJson = (text: string): boolean => text !== PING && text !== PONG
