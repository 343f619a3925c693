/** The one alarm of the room's object. */
export class RoomAlarm {
  readonly #ctx: DurableObjectState
  /** Undefined until it was set by this life of the object; an alarm too many does no harm. */
  #at: number | null | undefined

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx
  }

  /** It stands at the first of these (ms since the epoch): by whole milliseconds, and not before it is due. */
  set(due: readonly number[]): void {
    const at = due.length > 0 ? Math.ceil(Math.min(...due)) : null
    if (at === this.#at || (this.#at === undefined && at === null)) return
    this.#at = at
    const { storage } = this.#ctx
    this.#ctx.waitUntil(at === null ? storage.deleteAlarm() : storage.setAlarm(at))
  }

  /** It has rung, and is set no longer. */
  rang(): void {
    this.#at = null
  }

  /** It went with all else that was stored. */
  erased(): void {
    this.#at = undefined
  }
}
