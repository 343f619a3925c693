import type { MediaRoomId, TransportId } from '../../protocol/ids.ts'
import type { HeardPage } from '../../protocol/node-edge/events.ts'
import { type Listening, PageLiveness } from './page-liveness.ts'

/** Of which pages of a room anything is heard, by the transport by which each receives. */
export class WatchedPages {
  readonly #room: MediaRoomId
  readonly #pages = new Map<TransportId, PageLiveness>()

  constructor(room: MediaRoomId) {
    this.#room = room
  }

  add(transport: TransportId, receiving: Listening, sending: Listening | undefined): void {
    this.#pages.set(transport, new PageLiveness(receiving, sending))
  }

  forget(transport: TransportId): void {
    this.#pages.delete(transport)
  }

  /**
   * Looks which pages are heard; `tell` is called with what the edge does not know, and says whether it could be told. Throws what
   * mediasoup throws.
   */
  async look(now: number, tell: (pages: readonly HeardPage[]) => boolean): Promise<void> {
    const looked = await Promise.all(
      [...this.#pages].map(async ([transport, page]) => ({ transport, page, heard: await page.change(now) })),
    )
    const news = looked.flatMap(({ transport, page, heard }) =>
      heard === null || !this.#pages.has(transport) ? [] : [{ transport, page, heard }],
    )
    const room = this.#room
    if (news.length === 0 || !tell(news.map(({ transport, heard }) => ({ room, transport, heard })))) return
    for (const { page, heard } of news) page.reported(heard)
  }
}
