import * as v from 'valibot'
import { PasswordProof } from '../../../protocol/door.ts'
import type { RoomName } from '../../../protocol/room-name.ts'
import type { JoinPassword } from '../../core/session/room-session.ts'
import type { TabStorage } from '../../core/signalling/resume-memory.ts'
import { provePassword } from './password-proof.ts'

/**
 * The password of one room, as this page has it: what the person typed, or the proof of what they typed before. Kept in
 * the tab's `sessionStorage`, and no longer than the tab; never the password itself.
 */
export class RoomPassword implements JoinPassword {
  readonly #room: RoomName
  readonly #storage: () => TabStorage
  #proof: Promise<PasswordProof | null>

  /** @param typed - What the person typed, or null where what was kept has to do. */
  constructor(room: RoomName, typed: string | null, storage: () => TabStorage) {
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
    if (proof !== null) this.#attempt(() => this.#storage().setItem(this.#key, proof))
  }

  /** It is wrong, or there is none any more. */
  forget(): void {
    this.#attempt(() => this.#storage().removeItem(this.#key))
  }

  get #key(): string {
    return `essaim.password.${this.#room}`
  }

  #kept(): PasswordProof | null {
    const read = v.safeParse(
      PasswordProof,
      this.#attempt(() => this.#storage().getItem(this.#key)),
    )
    return read.success ? read.output : null
  }

  /** A browser that refuses storage only has its person type the password again. */
  #attempt<Result>(access: () => Result): Result | null {
    try {
      return access()
    } catch (error) {
      if (error instanceof DOMException) return null
      throw error
    }
  }
}
