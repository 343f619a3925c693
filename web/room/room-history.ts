import { effect, type Signal, signal } from '@preact/signals'
import * as v from 'valibot'
import { readSecret } from '../core/encryption/room-secret.ts'
import { isPanelName, type PanelName } from '../features/panel/panel.ts'

/** What marks the entries that a room adds to the browser's history, above the one that led to it (HTML §7.4.6, `history.state`). */
const Mark = v.variant('essaim', [
  v.object({ essaim: v.literal('room') }),
  v.object({ essaim: v.literal('panel'), panel: v.custom<PanelName>(isPanelName) }),
])
type Mark = v.InferOutput<typeof Mark>

/** The part of `window.history` that is used. */
export type BrowserHistory = Pick<History, 'state' | 'pushState' | 'replaceState' | 'go'>

/** How many entries a state of the history stands above the one that led to the room. */
const heightOf = (mark: Mark | null): number => (mark === null ? 0 : mark.essaim === 'room' ? 1 : 2)

/** How long the browser may take to step to another entry, in milliseconds; one that does not must not hold anybody. */
const STEP_PATIENCE_MS = 5_000

const pageOf = (address: string): string => address.split('#', 1)[0] ?? ''

/** The room's secret in an address; null where there is none in it, and `damaged` where what there is was cut. */
function secretIn(address: string): string | null {
  const secret = readSecret(new URL(address).hash)
  return secret.is === 'whole' ? secret.secret : secret.is === 'damaged' ? 'damaged' : null
}

/** What a step through the history was. */
type Step = 'ours' | 'elsewhere'

/**
 * Where the browser's Back leads within a room: out of the panel that is open, then to a question, and only then out. The room
 * stands on an entry of its own above the one that led to it, and an open panel on another; both are taken away again when the
 * room is over, so that nothing is left behind that leads nowhere. All entries have the room's address, and are made while
 * somebody presses something: browsers pass over others.
 */
export class RoomHistory {
  /** The panel that is open. */
  readonly panel: Signal<PanelName | null> = signal(null)
  /** Whether to ask if one wants to leave. */
  readonly asks: Signal<boolean> = signal(false)
  readonly #history: BrowserHistory | null
  /** The address of the room that one is in; null where one is in none. */
  #inside: string | null = null
  /** What became of addresses of rooms whose link was changed meanwhile: entries that were made before still have them. */
  readonly #changed = new Map<string, string>()
  /** The browser is on its way to another entry, and says so by a popstate. */
  #going = false
  #patience: ReturnType<typeof setTimeout> | undefined
  readonly #afterwards: (() => void)[] = []

  /** @param history - null where the page is within another one: that one's history is not ours to add to. */
  constructor(history: BrowserHistory | null) {
    this.#history = history
    effect(() => {
      void this.panel.value
      if (this.#inside !== null) this.#align()
    })
  }

  /** One is in the room of that address. After the page was loaded again, what its entry says of a panel is over. */
  enter(address: string): void {
    if (this.#inside !== null) return
    this.#inside = address
    this.#align()
  }

  /** The link of the room that one is in is another one, and the address says so by now. */
  changeLink(address: string): void {
    if (this.#inside === null) return
    for (const [former, now] of this.#changed) if (now === this.#inside) this.#changed.set(former, address)
    this.#changed.set(this.#inside, address)
    this.#changed.delete(address)
    this.#inside = address
  }

  /** One is in no room, or in none any more. */
  leave(): void {
    this.#inside = null
    this.asks.value = false
    this.panel.value = null
    this.#align()
  }

  /** Has the history say what is open. */
  #align(): void {
    const history = this.#history
    if (history === null || this.#going || this.asks.peek()) return
    const panel = this.panel.peek()
    const wanted: readonly Mark[] =
      this.#inside !== null
        ? [{ essaim: 'room' }, ...(panel === null ? [] : [{ essaim: 'panel', panel } as const])]
        : []
    const height = heightOf(this.#mark)
    if (height > wanted.length) {
      this.#going = true
      this.#patience = setTimeout(() => {
        this.#going = false
        this.#flush()
      }, STEP_PATIENCE_MS)
      history.go(wanted.length - height)
      return
    }
    for (const mark of wanted.slice(height)) history.pushState(mark, '')
    const last = wanted.at(-1)
    if (last?.essaim === 'panel') history.replaceState(last, '')
    this.#flush()
  }

  #flush(): void {
    for (const act of this.#afterwards.splice(0)) act()
  }

  /** Does that as soon as no entry is being taken away. */
  whenStill(act: () => void): void {
    if (this.#going) this.#afterwards.push(act)
    else act()
  }

  /**
   * The browser has gone to another entry (popstate).
   *
   * @returns 'elsewhere' where the page is to show what the address now names.
   */
  stepped(reached: string): Step {
    const address = this.#changed.get(reached) ?? reached
    if (address !== reached) this.#history?.replaceState(this.#history.state, '', address)
    if (this.#going) {
      this.#going = false
      clearTimeout(this.#patience)
      this.#align()
      return 'ours'
    }
    const mark = this.#mark
    if (this.#inside === null) {
      // What a room has left ahead: one goes back from there.
      if (mark !== null) this.#align()
      return mark === null ? 'elsewhere' : 'ours'
    }
    if (this.asks.peek() || pageOf(address) !== pageOf(this.#inside)) return 'elsewhere'
    const rewritten = address !== this.#inside
    if (rewritten && !this.#takes(address)) return 'elsewhere'
    this.asks.value = mark === null && !rewritten
    this.panel.value = mark?.essaim === 'panel' ? mark.panel : null
    this.#align()
    return 'ours'
  }

  /**
   * Somebody wrote something behind the address: the same place, on a new entry, but for another secret, which is another link. Where
   * our secret is gone from it, it is put back: whoever copies the address, or loads the page again, has the room's link.
   */
  #takes(address: string): boolean {
    const [ours, theirs] = [this.#inside, address].map((each) => (each === null ? null : secretIn(each)))
    if (theirs === ours) this.#inside = address
    else if (theirs === null) this.#history?.replaceState(this.#history.state, '', this.#inside)
    else return false
    return true
  }

  /** One stays in the room: the next step back asks again. */
  stay(): void {
    this.asks.value = false
    this.#align()
  }

  get #mark(): Mark | null {
    const read = v.safeParse(Mark, this.#history?.state)
    return read.success ? read.output : null
  }
}
