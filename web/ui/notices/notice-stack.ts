import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'

/** How many notices are shown at once where there is room, on a phone, and where there is hardly any; the rest is counted. */
export const SHOWN_AT_ONCE = { roomy: 3, cramped: 2, tight: 1 } as const

/** A notice that is there, from `add` to `remove`; the higher its number, the later it came. */
export type NoticeId = number

/** Which notices there are, and which of them show: the latest, as many as there is room for. */
export class NoticeStack {
  readonly #there = signal<readonly NoticeId[]>([])
  readonly #most: ReadonlySignal<number>
  #last: NoticeId = 0
  /** Whether somebody wants to see them all. */
  readonly unfolded: Signal<boolean> = signal(false)
  readonly #behind = computed(() => this.#there.value.slice(0, -this.#most.value))

  constructor(most: ReadonlySignal<number>) {
    this.#most = most
  }

  /** Those that there is no room for, the earliest first. */
  get behind(): ReadonlySignal<readonly NoticeId[]> {
    return this.#behind
  }

  add(): NoticeId {
    this.#last += 1
    this.#there.value = [...this.#there.peek(), this.#last]
    return this.#last
  }

  remove(id: NoticeId): void {
    this.#there.value = this.#there.peek().filter((other) => other !== id)
    // Whoever looked at all of them looks at few again, once few are left.
    if (this.#behind.peek().length === 0) this.unfolded.value = false
  }
}
