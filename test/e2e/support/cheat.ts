import * as v from 'valibot'
import type { MessageKind } from '../../../protocol/page-edge/message-kinds.ts'
import type { Addressee } from '../../../protocol/page-edge/messages.ts'
import type { Person } from './person.ts'

declare global {
  interface Window {
    /** The page's sockets, the latest last. */
    sockets: WebSocket[]
  }
}

/** Runs in the page before anything of ours: keeps the page's sockets, so that a test can send by them what no page would. */
export function keepSockets(): void {
  window.sockets = []
  const Native = window.WebSocket
  window.WebSocket = class extends Native {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      window.sockets.push(this)
    }
  }
}

const Answer = v.union([
  v.object({ result: v.object({ id: v.number() }) }),
  v.object({ error: v.object({ code: v.string() }) }),
])

let asked = 1_000_000

/** Sends as that person, past the page: what the edge answered is the number of the message, or an error code. */
export async function sendAs(
  { page }: Person,
  kind: MessageKind,
  payload: unknown,
  more: { addressee?: Addressee; upTo?: number } = {},
): Promise<number | string> {
  asked += 1
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const params = { kind, addressee: { to: 'everyone' }, payload: text, ...more }
  const request = { id: asked, request: 'send-message', params }
  const answer: unknown = await page.evaluate(
    (frame) =>
      new Promise((resolve) => {
        const socket = window.sockets.at(-1)
        socket?.addEventListener('message', ({ data }) => {
          const read: unknown = data === 'pong' ? null : JSON.parse(String(data))
          if (typeof read === 'object' && read !== null && 'id' in read && read.id === frame.id) resolve(read)
        })
        socket?.send(JSON.stringify(frame))
      }),
    request,
  )
  const read = v.parse(Answer, answer)
  return 'result' in read ? read.result.id : read.error.code
}
