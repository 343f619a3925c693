import { randomBase64url, toBase64url } from '../../../../protocol/base64url.ts'
import { ProtocolError } from '../../../../protocol/errors.ts'
import type { PeerId } from '../../../../protocol/ids.ts'
import type { Addressee } from '../../../../protocol/page-edge/messages.ts'
import type { OpenedMessage } from '../../../core/encryption/opened.ts'
import { OFFERED_MAX_FILES, SERVED_AT_ONCE_TO_ONE } from '../file-limits.ts'
import { tidyFileName } from '../file-name.ts'
import type { FileDescription, FilePayload } from '../file-payload.ts'
import { boundsOf, digestOf } from './file-parts.ts'
import type { PacedSender } from './paced-sender.ts'

/** A file of ours, and who was sent the message that it came with. */
interface Offer {
  readonly blob: Blob
  readonly addressee: Addressee
  /** Who moderated when it was sent. */
  readonly moderators: ReadonlySet<PeerId>
}

/** A file on its way to somebody. */
interface Serving {
  readonly peer: PeerId
  next: number
  end: number
}

type Ask = Extract<FilePayload, { do: 'ask' }>

/** The files that we have sent in this room: they stay here, and go in parts to those who may have them and ask. */
export class OfferedFiles {
  readonly #sender: Pick<PacedSender, 'send'>
  readonly #moderators: () => ReadonlySet<PeerId>
  readonly #offers = new Map<string, Offer>()
  readonly #servings = new Map<string, Serving>()

  constructor(sender: Pick<PacedSender, 'send'>, moderators: () => ReadonlySet<PeerId>) {
    this.#sender = sender
    this.#moderators = moderators
  }

  /** Makes a file ready to be fetched by those it is for. Rejects with a DOMException where it cannot be read. */
  async offer(blob: Blob, name: string, addressee: Addressee): Promise<FileDescription> {
    const sha256 = digestOf(new Uint8Array(await blob.arrayBuffer()))
    const id = randomBase64url(12)
    this.#offers.set(id, { blob, addressee, moderators: this.#moderators() })
    const [oldest] = this.#offers.keys()
    if (this.#offers.size > OFFERED_MAX_FILES && oldest !== undefined) this.#offers.delete(oldest)
    const type = /^[\w.+/-]{0,100}$/.test(blob.type) ? blob.type : ''
    return { id, name: tidyFileName(name), size: blob.size, type, sha256 }
  }

  /** Nobody was told of it after all. */
  withdraw(id: string): void {
    this.#offers.delete(id)
  }

  /** One of our own files, for oneself. */
  ownFile(id: string): Blob | null {
    return this.#offers.get(id)?.blob ?? null
  }

  /** Somebody asks for parts of a file. */
  handleAsk(message: OpenedMessage, ask: Ask): void {
    const { from: peer } = message
    const key = keyOf(peer, ask.fetch)
    const servings = [...this.#servings.values()].filter((serving) => serving.peer === peer)
    const known = this.#servings.get(key)
    if (!known && servings.length >= SERVED_AT_ONCE_TO_ONE) return
    const serving = known ?? { peer, next: 0, end: 0 }
    serving.next = ask.from
    serving.end = ask.from + ask.count
    if (known) return
    this.#servings.set(key, serving)
    const offer = this.#offers.get(ask.file)
    const served = offer && mayHave(message, offer) ? this.#serve(serving, ask, offer) : this.#deny(peer, ask)
    served.catch(reportUnlessGone).finally(() => this.#servings.delete(key))
  }

  /** Somebody wants no more of a file. */
  handleStop(peer: PeerId, fetch: string): void {
    const serving = this.#servings.get(keyOf(peer, fetch))
    if (serving) serving.end = 0
  }

  async #serve(serving: Serving, { fetch }: Ask, { blob }: Offer): Promise<void> {
    while (serving.next < serving.end) {
      const part = serving.next
      const [from, to] = boundsOf(part, blob.size)
      if (from >= to) return
      serving.next += 1
      const bytes = await read(blob.slice(from, to))
      if (bytes === null) return this.#sender.send(serving.peer, { do: 'gone', fetch })
      await this.#sender.send(serving.peer, { do: 'part', fetch, part, data: toBase64url(bytes) })
    }
  }

  /** The same answer to whoever may not have it and where there is none: nobody learns which. */
  #deny(peer: PeerId, { fetch }: Ask): Promise<void> {
    return this.#sender.send(peer, { do: 'gone', fetch })
  }
}

const keyOf = (peer: PeerId, fetch: string): string => `${peer} ${fetch}`

/** Whether who asks was sent the message: the edge vouches for who they are, and whether they moderate. */
function mayHave({ from, moderator }: OpenedMessage, { addressee, moderators }: Offer): boolean {
  switch (addressee.to) {
    case 'everyone':
      return true
    case 'moderators':
      return moderator === true || moderators.has(from)
    case 'peer':
      return addressee.peer === from
    default:
      return addressee satisfies never
  }
}

/** Null where the file was changed or deleted on the disk since. */
async function read(blob: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

/** Whoever left, or may hear nothing any more, needs no answer. */
function reportUnlessGone(cause: unknown): void {
  const { code } = ProtocolError.from(cause)
  if (code === 'internal') reportError(cause)
}
