import * as v from 'valibot'
import { toBase64url } from '../../../protocol/base64url.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import { PasswordProof, passwordDerivation } from '../../../protocol/page-edge/door.ts'
import type { JoinPassword } from '../../core/session/room-session.ts'
import { type PageStorage, tryStorage } from '../../settings/storage.ts'

/**
 * The password of one room, as this page has it: what the person typed, or the proof of what they typed before. Kept in
 * the tab's `sessionStorage`, and no longer than the tab; never the password itself. Where the browser refuses storage, its
 * person types the password again.
 */
export class RoomPassword implements JoinPassword {
  readonly #room: RoomName
  readonly #storage: () => PageStorage
  #proof: Promise<PasswordProof | null>

  /** @param typed - What the person typed, or null where what was kept has to do. */
  constructor(room: RoomName, typed: string | null, storage: () => PageStorage) {
    this.#room = room
    this.#storage = storage
    this.#proof = typed === null ? Promise.resolve(this.#kept()) : provePassword(room, typed)
    // Whoever asks for it hears of a failure.
    this.#proof.catch(() => {})
  }

  /** What proves that one knows it; null where nobody typed one. */
  get proof(): Promise<PasswordProof | null> {
    return this.#proof
  }

  /** From now on it is that one, which one has set oneself. Rejects as `provePassword` does. */
  async change(typed: string): Promise<PasswordProof> {
    const proof = await provePassword(this.#room, typed)
    this.#proof = Promise.resolve(proof)
    return proof
  }

  /** The edge took it: it need not be typed again in this tab. */
  async keep(): Promise<void> {
    const proof = await this.#proof
    if (proof !== null) tryStorage(() => this.#storage().setItem(this.#key, proof), undefined)
  }

  /** It is wrong, or there is none any more. */
  forget(): void {
    tryStorage(() => this.#storage().removeItem(this.#key), undefined)
  }

  get #key(): string {
    return `essaim.password.${this.#room}`
  }

  #kept(): PasswordProof | null {
    const read = v.safeParse(
      PasswordProof,
      tryStorage(() => this.#storage().getItem(this.#key), null),
    )
    return read.success ? read.output : null
  }
}

/**
 * What proves that one knows the room's password (D3): slow to make on purpose, about a third of a second. The browser
 * does it beside everything else. Rejects with a TypeError where the page was not loaded securely.
 */
async function provePassword(room: RoomName, password: string): Promise<PasswordProof> {
  const { hash, salt, iterations, bytes } = passwordDerivation(room)
  const text = new TextEncoder()
  // One password has several spellings in Unicode, and keyboards do not agree on them.
  const written = text.encode(password.normalize('NFC'))
  const key = await crypto.subtle.importKey('raw', written, 'PBKDF2', false, ['deriveBits'])
  const parameters = { name: 'PBKDF2', hash, salt: text.encode(salt), iterations }
  const proof = await crypto.subtle.deriveBits(parameters, key, bytes * 8)
  return v.parse(PasswordProof, toBase64url(new Uint8Array(proof)))
}
