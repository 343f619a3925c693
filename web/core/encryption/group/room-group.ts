import { ProtocolError } from '../../../../protocol/errors.ts'
import { LINK_CHANGE_MS } from '../../../../protocol/limits.ts'
import type { RoomName } from '../../../../protocol/names/room-name.ts'
import type { GroupDescription } from '../../../../protocol/page-edge/group.ts'
import type { LinkKeys } from '../link-keys.ts'
import type { RoomFacts, ToldChange } from '../room-facts.ts'
import { type RoomKeys, roomKeysOf } from '../room-keys.ts'
import { secretOf } from '../room-secret.ts'
import type { Stay } from '../stay.ts'
import { within } from '../within.ts'
import { GroupKeys } from './group-keys.ts'
import type { GroupSizes } from './group-mode.ts'
import { GroupWire } from './group-wire.ts'
import { GroupKeeper } from './keeper/group-keeper.ts'
import { Presence } from './presence.ts'
import type { RoomGroupHost } from './room-group-host.ts'
import type { Signer } from './signer.ts'

/** How long a change of the link waits for those who are about to come into the group, in milliseconds. */
const COMING_IN_MS = 3_000
/** How long it waits for what was faster, until it is offered anew, in milliseconds. */
const AGAIN_MS = 1_000

/** Who one is, and where. */
export interface OwnPlace {
  readonly room: RoomName
  readonly signer: Signer
  readonly links: LinkKeys
}

/**
 * One's part in the group of an encrypted room, over one stay: keeps it with whoever is here, and gives media and messages their
 * keys.
 */
export class RoomGroup implements RoomFacts {
  readonly #host: RoomGroupHost
  readonly #links: LinkKeys
  readonly #wire: GroupWire
  readonly #keeper: GroupKeeper
  readonly #presence: Presence
  readonly #keys: GroupKeys
  /** Resolves when nobody is in the group any more who was put out; null where nobody is. */
  #cleared: PromiseWithResolvers<void> | null = null
  #hurries = false
  /** Whether nothing is heard of the room at present. */
  #isAway = false
  #closed = false
  /** Resolves when somebody comes or goes next, here or in the group. */
  #looked = Promise.withResolvers<void>()

  /** @param sizes - How many people a group has; a room's own where it is not given. */
  constructor({ room, signer, links }: OwnPlace, host: RoomGroupHost, sizes?: GroupSizes) {
    this.#host = host
    this.#links = links
    this.#wire = new GroupWire(room, links, host.ask)
    const presence = new Presence({
      checkConnection: () => host.checkConnection(),
      over: () => host.tampered(),
    })
    this.#presence = presence
    this.#keeper = new GroupKeeper(room, signer, {
      offer: (change) => this.#wire.offer(change),
      describe: () => this.#wire.describe(),
      present: () => presence.present,
      awaited: () => presence.awaited,
      mayBeHere: (stay) => presence.mayBeHere(stay),
      hasCome: (stay) => presence.hasSeen(stay),
      rotatesWithout: (gone) => presence.mayHaveBeenPutOut(gone),
      linkOf: (secret) => roomKeysOf(secretOf(secret), room),
      linkChanged: (link, by) => {
        links.change(link)
        host.media.changeLink(link.base)
        host.linkChanged(link.secret, by)
      },
      hoped: (keys) => this.#keys.use(keys),
      entered: (keys) => {
        this.#keys.enter(keys)
        this.#look()
      },
      learned: ({ keys, current }) => host.contentKeys.take(keys, current),
      distrusted: (cause) => {
        console.warn('group:', cause)
        host.tampered()
      },
      failed: (cause) => this.#giveUp(cause),
    })
    const keepGroup = (keeps: boolean): void => (keeps ? this.#keeper.resume() : this.#keeper.pause())
    this.#keys = new GroupKeys({ ...host, keepGroup }, sizes)
    this.#keys.tell(false)
  }

  away(): void {
    this.#isAway = true
    this.#look()
  }

  back(): void {
    this.#isAway = false
    this.#look()
  }

  present(stays: ReadonlySet<Stay>, cutOff: ReadonlySet<Stay> = new Set(), hasUnread = false): void {
    this.#presence.count(stays, cutOff, hasUnread)
    this.#keys.count(stays)
    this.#keeper.rosterChanged(this.#hurries)
    this.#hurries = false
    this.#look()
  }

  removed(stay: Stay): void {
    this.#presence.putOut(stay)
    this.#hurries = true
    if (this.#awaitsRemoval()) this.#cleared ??= Promise.withResolvers<void>()
  }

  welcomed(group: GroupDescription | null): void {
    this.#presence.beginAnew()
    this.#keeper.welcomed(this.#wire.description(group))
  }

  changed(change: ToldChange): Promise<void> {
    this.#keeper.changed(this.#wire.change(change))
    return this.#keeper.settled()
  }

  linkChanges(epoch: number): void {
    this.#keeper.linkChanges(epoch)
    if (this.#keys.mode === 'unkept') this.#giveUp(new ProtocolError('link-changed', 'in no group'))
  }

  /**
   * Has the room's link be another one, which nobody has who is not in the group.
   *
   * @param hasGone - Whether whoever is put out is not here any more, as far as we heard.
   * Rejects with a ProtocolError: `internal` where the group is not rid of them in time.
   */
  async changeLink(hasGone: () => boolean): Promise<void> {
    const deadline = performance.now() + LINK_CHANGE_MS
    const isRid = (): boolean => hasGone() && this.#presence.goneOf(this.#members).length === 0
    // Whoever is about to come into the group may as well follow.
    const areIn = (): boolean => this.#presence.missingIn(this.#members).length === 0
    await this.#until(() => isRid() && areIn(), COMING_IN_MS)
    let before: RoomKeys | null = null
    while (await this.#until(isRid, deadline - performance.now())) {
      before ??= this.#links.current
      // Another moderator may have changed it meanwhile.
      if (this.#links.current !== before || (await this.#keeper.changeLink(isRid))) return
      const epoch = this.#keys.entered?.epoch
      await this.#until(() => this.#keys.entered?.epoch !== epoch, AGAIN_MS)
    }
    throw new ProtocolError('internal', 'the group does not get rid of whoever is put out')
  }

  async settled(): Promise<void> {
    await this.#keeper.settled()
    // What is said after somebody was put out is not for them.
    await this.#cleared?.promise
  }

  close(): void {
    this.#closed = true
    this.#looked.resolve()
    this.#keeper.close()
    this.#keys.close()
    this.#presence.close()
    this.#cleared?.resolve()
  }

  #giveUp(cause: unknown): void {
    console.warn('group:', cause)
    // What the link gives is not for those who are here any more.
    if (cause instanceof ProtocolError && cause.code === 'link-changed') {
      this.close()
      return this.#host.failed(cause)
    }
    this.#keys.giveUp()
    this.#host.tampered()
    this.#look()
  }

  get #isKept(): boolean {
    return !this.#closed && this.#keys.mode === 'group'
  }

  /** Who is in the group; nobody before one is. */
  get #members(): ReadonlySet<Stay> {
    return this.#keys.entered?.members ?? new Set()
  }

  /** Resolves with true as soon as that holds, and with false where it does not in so many milliseconds. Rejects where there is no group. */
  async #until(holds: () => boolean, patienceMs: number): Promise<boolean> {
    const end = performance.now() + patienceMs
    for (;;) {
      if (!this.#isKept) throw new ProtocolError('not-allowed', 'there is no group')
      if (holds()) return true
      const leftMs = end - performance.now()
      if (leftMs <= 0) return false
      await within(leftMs, this.#looked.promise)
    }
  }

  /** Whether somebody was put out whom the group will be rid of soon: where no group is kept, it will not. */
  #awaitsRemoval(): boolean {
    return this.#isKept && this.#presence.isAnyPutOut(this.#members)
  }

  /** Somebody came or went, here or in the group. */
  #look(): void {
    this.#looked.resolve()
    this.#looked = Promise.withResolvers()
    this.#presence.look(this.#members, this.#isKept && !this.#isAway)
    const awaitsRemoval = this.#awaitsRemoval()
    if (!awaitsRemoval) {
      this.#cleared?.resolve()
      this.#cleared = null
    }
    this.#keys.tell(awaitsRemoval)
  }
}
