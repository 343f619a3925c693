import { ProtocolError } from '../../../../protocol/errors.ts'
import type { GroupDescription } from '../../../../protocol/page-edge/group.ts'
import type { RoomFacts, ToldChange } from '../room-facts.ts'
import type { Stay } from '../stay.ts'

/** A group, and what ends one's part in it. */
export interface LoadedGroup extends RoomFacts {
  changeLink(hasGone: () => boolean): Promise<void>
  close(): void
}

/**
 * A room's group whose code is on its way: joining needs nothing of it, so it begins when the page has nothing else to do, or has to be
 * told something. It is told then what was told before, in order.
 */
export class ComingGroup implements LoadedGroup {
  #group: LoadedGroup | null = null
  #missed: ((group: LoadedGroup) => void)[] = []
  #closed = false
  readonly #load: () => Promise<LoadedGroup>
  readonly #failed: (cause: Error) => void
  #coming: Promise<void> | null = null

  /**
   * @param load - Fetches it.
   * @param failed - It did not come.
   */
  constructor(load: () => Promise<LoadedGroup>, failed: (cause: Error) => void) {
    this.#load = load
    this.#failed = failed
    whenIdle(() => void this.#come())
  }

  away(): void {
    this.#tell((group) => group.away())
  }

  back(): void {
    this.#tell((group) => group.back())
  }

  present(stays: ReadonlySet<Stay>, cutOff?: ReadonlySet<Stay>, hasUnread?: boolean): void {
    this.#tell((group) => group.present(stays, cutOff, hasUnread))
  }

  removed(stay: Stay): void {
    this.#tell((group) => group.removed(stay))
  }

  welcomed(description: GroupDescription | null): void {
    this.#tell((group) => group.welcomed(description))
  }

  changed(change: ToldChange): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#tell((group) => resolve(group.changed(change)))
    return promise
  }

  linkChanges(epoch: number): void {
    this.#tell((group) => group.linkChanges(epoch))
  }

  /** As `RoomGroup` has it; rejects with a ProtocolError where one has left. */
  async changeLink(hasGone: () => boolean): Promise<void> {
    await this.#come()
    if (this.#group === null) throw new ProtocolError('not-joined', 'left the room')
    await this.#group.changeLink(hasGone)
  }

  async settled(): Promise<void> {
    await this.#come()
    await this.#group?.settled()
  }

  close(): void {
    this.#closed = true
    this.#group?.close()
  }

  async #come(): Promise<void> {
    if (this.#closed) return
    this.#coming ??= this.#load().then(
      (group) => this.#begin(group),
      (cause) => {
        if (!this.#closed) this.#failed(cause instanceof Error ? cause : new Error('no group', { cause }))
      },
    )
    await this.#coming
  }

  #begin(group: LoadedGroup): void {
    if (this.#closed) return group.close()
    for (const tell of this.#missed) tell(group)
    this.#missed = []
    this.#group = group
  }

  #tell(tell: (group: LoadedGroup) => void): void {
    if (this.#closed) return
    if (this.#group !== null) return tell(this.#group)
    this.#missed.push(tell)
    void this.#come()
  }
}

/** When the page has nothing else to do (W3C requestidlecallback §3); at once in browsers that do not tell. */
function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act)
  else act()
}
