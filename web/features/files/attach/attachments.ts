import { type ReadonlySignal, signal } from '@preact/signals'
import { ATTACHED_MAX_FILES, FILE_MAX_BYTES } from '../file-limits.ts'
import { tidyFileName } from '../file-name.ts'

/** A file that goes out with what is being written. */
export interface Attached {
  readonly key: number
  readonly blob: Blob
  readonly name: string
}

/** Why a file was not attached. */
interface Unfit {
  readonly why: 'too-large' | 'empty' | 'too-many'
  readonly name: string
}

/** What is attached to what one is writing. */
export class Attachments {
  readonly #list = signal<readonly Attached[]>([])
  readonly #unfit = signal<Unfit | null>(null)
  #lastKey = 0

  get list(): ReadonlySignal<readonly Attached[]> {
    return this.#list
  }

  /** The last file that was not attached, until others are, or one is taken off. */
  get unfit(): ReadonlySignal<Unfit | null> {
    return this.#unfit
  }

  /** Attaches what may be sent: a file that may not is refused here, and nothing of it leaves the page. */
  add(files: readonly File[], nameless: string): void {
    this.#unfit.value = null
    for (const blob of files) {
      const name = tidyFileName(blob.name) || nameless
      const why = unfitness(blob.size, this.#list.peek().length)
      if (why === null) this.#list.value = [...this.#list.peek(), { key: this.#nextKey(), blob, name }]
      else this.#unfit.value = { why, name }
    }
  }

  remove({ key }: Attached): void {
    this.#unfit.value = null
    this.#list.value = this.#list.peek().filter((other) => other.key !== key)
  }

  /** Hands over all of them, to be sent. */
  take(): readonly Attached[] {
    const taken = this.#list.peek()
    this.#list.value = []
    this.#unfit.value = null
    return taken
  }

  #nextKey(): number {
    this.#lastKey += 1
    return this.#lastKey
  }
}

function unfitness(size: number, already: number): Unfit['why'] | null {
  if (size > FILE_MAX_BYTES) return 'too-large'
  if (size === 0) return 'empty'
  return already >= ATTACHED_MAX_FILES ? 'too-many' : null
}
