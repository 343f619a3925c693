import type { RoomName } from '../../../../protocol/names/room-name.ts'
import type { GroupChange, GroupDescription } from '../../../../protocol/page-edge/group.ts'
import type { CallEncryption } from '../../media/encryption/call-encryption.ts'
import type { KeysInUse } from '../../room-state/room-state.ts'
import type { ContentKeys } from '../content-keys.ts'
import { LINK_KEY, type SealKey } from '../envelope.ts'
import type { Ask } from '../opened.ts'
import type { RoomFacts } from '../room-facts.ts'
import type { Stay } from '../stay.ts'
import { Departures } from './departures.ts'
import { GroupMode, type GroupSizes, type Mode } from './group-mode.ts'
import { GroupWire } from './group-wire.ts'
import { GroupKeeper } from './keeper/group-keeper.ts'
import type { EpochKeys } from './keeper/keeper-host.ts'
import { MissingMembers } from './missing-members.ts'
import type { Signer } from './signer.ts'

/** Who is told by which keys one goes, and asked for what the edge has. */
export interface GroupListener {
  readonly ask: Ask
  /** By which keys one goes from now on. */
  keysChanged(keys: KeysInUse): void
  /** What came was not what people of the room do. */
  tampered(): void
}

export interface RoomGroupHost extends GroupListener {
  readonly media: Pick<CallEncryption, 'enterEpoch' | 'useKeys'>
  readonly contentKeys: Pick<ContentKeys, 'take'>
}

/** Who one is, and where. */
export interface OwnPlace {
  readonly room: RoomName
  readonly signer: Signer
  /** Which the room's link gives. */
  readonly key: SealKey
}

/**
 * One's part in the group of an encrypted room, over one stay: keeps it with whoever is here, and gives media and messages their
 * keys.
 */
export class RoomGroup implements RoomFacts {
  readonly #host: RoomGroupHost
  readonly #wire: GroupWire
  readonly #keeper: GroupKeeper
  readonly #mode: GroupMode
  readonly #departures = new Departures()
  readonly #missing: MissingMembers
  /** They come into the group when they are back. */
  #cutOff: ReadonlySet<Stay> = new Set()
  #keys: EpochKeys | null = null
  /** Resolves when nobody is in the group any more who was put out; null where nobody is. */
  #cleared: PromiseWithResolvers<void> | null = null
  #hurries = false
  #told: KeysInUse | null = null

  /** @param sizes - How many people a group has; a room's own where it is not given. */
  constructor({ room, signer, key }: OwnPlace, host: RoomGroupHost, sizes?: GroupSizes) {
    this.#host = host
    this.#wire = new GroupWire(room, key, host.ask)
    this.#missing = new MissingMembers(() => host.tampered())
    this.#keeper = new GroupKeeper(room, signer, {
      offer: (change) => this.#wire.offer(change),
      describe: () => this.#wire.describe(),
      present: () => this.#departures.present,
      hasCome: (stay) => this.#departures.hasSeen(stay),
      rotatesWithout: (gone) => this.#departures.mayHaveBeenPutOut(gone),
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
        keepGroup: (keeps) => (keeps ? this.#keeper.resume() : this.#keeper.pause()),
      },
      sizes,
    )
    this.#tell()
  }

  present(stays: ReadonlySet<Stay>, cutOff: ReadonlySet<Stay> = new Set()): void {
    this.#cutOff = cutOff
    this.#departures.count(stays)
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

  changed(change: GroupChange): void {
    this.#keeper.changed(this.#wire.change(change))
  }

  async settled(): Promise<void> {
    await this.#keeper.settled()
    // What is said after somebody was put out is not for them.
    await this.#cleared?.promise
  }

  close(): void {
    this.#keeper.close()
    this.#mode.close()
    this.#missing.close()
    this.#cleared?.resolve()
  }

  #entered(keys: EpochKeys): void {
    this.#keys = keys
    this.#use(keys)
    this.#look()
  }

  #use({ epoch, media, ring, members }: EpochKeys): void {
    this.#host.contentKeys.take(ring.keys, ring.current)
    this.#host.media.enterEpoch(epoch, media)
    this.#mode.entered(members)
  }

  #giveUp(cause: unknown): void {
    console.warn('group:', cause)
    // Who never was in one has no other key.
    if (this.#keys === null) this.#host.contentKeys.take(new Map(), LINK_KEY)
    this.#mode.giveUp()
    this.#host.tampered()
    this.#look()
  }

  /** Whether somebody was put out whom the group will be rid of soon: where no group is kept, it will not. */
  #awaitsRemoval(): boolean {
    const isKept = this.#keys !== null && this.#mode.mode === 'group'
    return isKept && this.#departures.isAnyPutOut(this.#keys?.members ?? [])
  }

  /** Somebody came or went, here or in the group. */
  #look(): void {
    const inside = this.#keys?.members
    const isGroup = inside !== undefined && this.#mode.mode === 'group'
    const awaited = isGroup ? [...this.#departures.present].filter((stay) => !this.#cutOff.has(stay)) : []
    this.#missing.look(new Set(awaited.filter((stay) => !inside?.has(stay))))
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
