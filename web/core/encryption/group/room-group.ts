import { ProtocolError } from '../../../../protocol/errors.ts'
import { LINK_CHANGE_MS } from '../../../../protocol/limits.ts'
import type { RoomName } from '../../../../protocol/names/room-name.ts'
import type { GroupDescription } from '../../../../protocol/page-edge/group.ts'
import type { CallEncryption } from '../../media/encryption/call-encryption.ts'
import type { KeysInUse } from '../../room-state/room-state.ts'
import { AwaitedPeople } from '../awaited-people.ts'
import type { ContentKeys } from '../content-keys.ts'
import { LINK_KEY } from '../envelope.ts'
import type { LeafKeys } from '../leaf-keys.ts'
import type { LinkKeys } from '../link-keys.ts'
import type { Ask } from '../opened.ts'
import type { RoomFacts, ToldChange } from '../room-facts.ts'
import { type RoomKeys, roomKeysOf } from '../room-keys.ts'
import { type RoomSecret, secretOf } from '../room-secret.ts'
import type { Stay } from '../stay.ts'
import { within } from '../within.ts'
import { Departures } from './departures.ts'
import { GroupMode, type GroupSizes, type Mode } from './group-mode.ts'
import { GroupWire } from './group-wire.ts'
import { GroupKeeper } from './keeper/group-keeper.ts'
import type { EpochKeys } from './keeper/keeper-host.ts'
import type { Signer } from './signer.ts'

/** How long somebody may take to come into the group, in milliseconds: ten times what it takes where many come at once. */
const COMING_PATIENCE_MS = 10_000
/** How long a change of the link waits for those who are about to come into the group, in milliseconds. */
const COMING_IN_MS = 3_000
/** How long it waits for what was faster, until it is offered anew, in milliseconds. */
const AGAIN_MS = 1_000

/** Who is told by which keys one goes, and asked for what the edge has. */
export interface GroupListener {
  readonly ask: Ask
  /** By which keys one goes from now on. */
  keysChanged(keys: KeysInUse): void
  /** What came was not what people of the room do. */
  tampered(): void
  /** Our own connection may be dead without our knowing: it is to be looked after. */
  checkConnection(): void
  /** The room's link has that secret from now on, as somebody wished. */
  linkChanged(secret: RoomSecret, by: Stay): void
  /** The link was changed, and not by a way that we could follow: we cannot stay. */
  failed(cause: Error): void
}

export interface RoomGroupHost extends GroupListener {
  readonly media: Pick<CallEncryption, 'enterEpoch' | 'useKeys' | 'changeLink'>
  readonly contentKeys: Pick<ContentKeys, 'take'>
  readonly leafKeys: Pick<LeafKeys, 'take' | 'leaveGroup'>
}

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
  readonly #mode: GroupMode
  readonly #departures = new Departures()
  /** Who is here and does not come into the group (K33). */
  readonly #missing: AwaitedPeople<Stay>
  /** They come into the group when they are back. */
  #cutOff: ReadonlySet<Stay> = new Set()
  #keys: EpochKeys | null = null
  /** Resolves when nobody is in the group any more who was put out; null where nobody is. */
  #cleared: PromiseWithResolvers<void> | null = null
  #hurries = false
  /** Whether nothing is heard of the room at present. */
  #isAway = false
  #closed = false
  /** Who is in the group of which media has the keys. */
  #keyed: ReadonlySet<Stay> = new Set()
  #told: KeysInUse | null = null
  /** Resolves when somebody comes or goes next, here or in the group. */
  #looked = Promise.withResolvers<void>()

  /** @param sizes - How many people a group has; a room's own where it is not given. */
  constructor({ room, signer, links }: OwnPlace, host: RoomGroupHost, sizes?: GroupSizes) {
    this.#host = host
    this.#links = links
    this.#wire = new GroupWire(room, links, host.ask)
    this.#missing = new AwaitedPeople(COMING_PATIENCE_MS, {
      checkConnection: () => host.checkConnection(),
      over: () => host.tampered(),
    })
    this.#keeper = new GroupKeeper(room, signer, {
      offer: (change) => this.#wire.offer(change),
      describe: () => this.#wire.describe(),
      present: () => this.#departures.present,
      awaited: () => this.#awaited,
      mayBeHere: (stay) => this.#departures.mayBeHere(stay),
      hasCome: (stay) => this.#departures.hasSeen(stay),
      rotatesWithout: (gone) => this.#departures.mayHaveBeenPutOut(gone),
      linkOf: (secret) => roomKeysOf(secretOf(secret), room),
      linkChanged: (link, by) => {
        links.change(link)
        host.media.changeLink(link.base)
        host.linkChanged(link.secret, by)
      },
      hoped: (keys) => this.#use(keys),
      entered: (keys) => this.#entered(keys),
      learned: ({ keys, current }) => host.contentKeys.take(keys, current),
      distrusted: (cause) => {
        console.warn('group:', cause)
        host.tampered()
      },
      failed: (cause) => this.#giveUp(cause),
    })
    this.#mode = new GroupMode(
      {
        useKeys: (keys, acceptsLink) => host.media.useKeys(keys, acceptsLink),
        keepGroup: (keeps) => {
          if (keeps) return this.#keeper.resume()
          this.#keeper.pause()
          host.leafKeys.leaveGroup()
        },
      },
      sizes,
    )
    this.#tell()
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
    this.#cutOff = cutOff
    this.#departures.count(stays, hasUnread)
    this.#mode.count(stays)
    this.#keeper.rosterChanged(this.#hurries)
    this.#hurries = false
    this.#look()
  }

  removed(stay: Stay): void {
    this.#departures.putOut(stay)
    this.#hurries = true
    if (this.#awaitsRemoval()) this.#cleared ??= Promise.withResolvers<void>()
  }

  welcomed(group: GroupDescription | null): void {
    this.#departures.beginAnew()
    this.#keeper.welcomed(this.#wire.description(group))
  }

  changed(change: ToldChange): Promise<void> {
    this.#keeper.changed(this.#wire.change(change))
    return this.#keeper.settled()
  }

  linkChanges(epoch: number): void {
    this.#keeper.linkChanges(epoch)
    if (this.#mode.mode === 'unkept') this.#giveUp(new ProtocolError('link-changed', 'in no group'))
  }

  /**
   * Has the room's link be another one, which nobody has who is not in the group.
   *
   * @param hasGone - Whether whoever is put out is not here any more, as far as we heard.
   * Rejects with a ProtocolError: `internal` where the group is not rid of them in time.
   */
  async changeLink(hasGone: () => boolean): Promise<void> {
    const deadline = performance.now() + LINK_CHANGE_MS
    const isRid = (): boolean => hasGone() && this.#isOfThoseHere()
    // Whoever is about to come into the group may as well follow.
    await this.#until(() => isRid() && this.#hasAllWhoAreHere(), COMING_IN_MS)
    let before: RoomKeys | null = null
    while (await this.#until(isRid, deadline - performance.now())) {
      before ??= this.#links.current
      // Another moderator may have changed it meanwhile.
      if (this.#links.current !== before || (await this.#keeper.changeLink(isRid))) return
      const { epoch } = this.#keys ?? {}
      await this.#until(() => this.#keys?.epoch !== epoch, AGAIN_MS)
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
    this.#mode.close()
    this.#missing.close()
    this.#cleared?.resolve()
  }

  /** Who is here, and heard of. */
  get #awaited(): ReadonlySet<Stay> {
    return new Set([...this.#departures.present].filter((stay) => !this.#cutOff.has(stay)))
  }

  #entered(keys: EpochKeys): void {
    this.#keys = keys
    this.#use(keys)
    this.#look()
  }

  #use({ epoch, media, ring, members, leafKeys, ownLeafKey }: EpochKeys): void {
    this.#host.leafKeys.take(ownLeafKey, leafKeys)
    this.#host.contentKeys.take(ring.keys, ring.current)
    const hasNewcomers = [...members].some((stay) => !this.#keyed.has(stay))
    this.#keyed = members
    this.#host.media.enterEpoch(epoch, media, hasNewcomers)
    this.#mode.entered(members)
  }

  #giveUp(cause: unknown): void {
    console.warn('group:', cause)
    // What the link gives is not for those who are here any more.
    if (cause instanceof ProtocolError && cause.code === 'link-changed') {
      this.close()
      return this.#host.failed(cause)
    }
    // Who never was in one has no other key.
    if (this.#keys === null) this.#host.contentKeys.take(new Map(), LINK_KEY)
    this.#host.leafKeys.leaveGroup()
    this.#mode.giveUp()
    this.#host.tampered()
    this.#look()
  }

  get #isKept(): boolean {
    return !this.#closed && this.#keys !== null && this.#mode.mode === 'group'
  }

  /** Whether nobody is in the group who is not here. */
  #isOfThoseHere(): boolean {
    return [...(this.#keys?.members ?? [])].every((stay) => this.#departures.present.has(stay))
  }

  #hasAllWhoAreHere(): boolean {
    return [...this.#departures.present].every(
      (stay) => this.#cutOff.has(stay) || this.#keys?.members.has(stay),
    )
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
    return this.#isKept && this.#departures.isAnyPutOut(this.#keys?.members ?? [])
  }

  /** Somebody came or went, here or in the group. */
  #look(): void {
    this.#looked.resolve()
    this.#looked = Promise.withResolvers()
    const inside = this.#keys?.members ?? new Set<Stay>()
    const looks = this.#keys !== null && this.#mode.mode === 'group' && !this.#isAway
    const missing = looks ? [...this.#awaited].filter((stay) => !inside.has(stay)) : []
    this.#missing.look(new Set(missing), (stay) => inside.has(stay))
    if (!this.#awaitsRemoval()) {
      this.#cleared?.resolve()
      this.#cleared = null
    }
    this.#tell()
  }

  #tell(): void {
    const mode = this.#keys === null && this.#mode.mode === 'group' ? 'beginning' : this.#mode.mode
    const encryption = mode === 'group' ? 'group' : 'link'
    const epochAuthenticator = mode === 'group' ? (this.#keys?.authenticator ?? null) : null
    const keepsOut = mode === 'group' && !this.#awaitsRemoval()
    const told: KeysInUse = { encryption, linkKeysReason: REASONS[mode], epochAuthenticator, keepsOut }
    const before = this.#told
    if (
      before?.linkKeysReason === told.linkKeysReason &&
      before.epochAuthenticator === told.epochAuthenticator &&
      before.keepsOut === told.keepsOut
    )
      return
    this.#told = told
    this.#host.keysChanged(told)
  }
}

/** Why media goes by keys of the link; null where it does not. */
const REASONS: Readonly<Record<Mode, KeysInUse['linkKeysReason']>> = {
  beginning: 'beginning',
  group: null,
  returning: 'crowd',
  crowd: 'crowd',
  unkept: 'unkept',
}
