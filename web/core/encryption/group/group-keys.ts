import type { KeysInUse } from '../../room-state/room-state.ts'
import { LINK_KEY } from '../envelope.ts'
import type { Stay } from '../stay.ts'
import { GroupMode, type GroupSizes, type Mode } from './group-mode.ts'
import type { EpochKeys } from './keeper/keeper-host.ts'
import type { RoomGroupHost } from './room-group-host.ts'

interface GroupKeysHost extends Pick<RoomGroupHost, 'contentKeys' | 'leafKeys' | 'keysChanged'> {
  readonly media: Pick<RoomGroupHost['media'], 'enterEpoch' | 'useKeys'>
  /** Whether one is to be in the group: not where there are too many. */
  keepGroup(keeps: boolean): void
}

/** Has media and messages go by the keys of the group, or of the link, and tells which it is. */
export class GroupKeys {
  readonly #host: GroupKeysHost
  readonly #mode: GroupMode
  #entered: EpochKeys | null = null
  /** Who is in the group of which media has the keys. */
  #keyed: ReadonlySet<Stay> = new Set()
  #told: KeysInUse | null = null

  /** @param sizes - How many people a group has; a room's own where it is not given. */
  constructor(host: GroupKeysHost, sizes?: GroupSizes) {
    this.#host = host
    this.#mode = new GroupMode(
      {
        useKeys: (keys, acceptsLink) => host.media.useKeys(keys, acceptsLink),
        keepGroup: (keeps) => {
          host.keepGroup(keeps)
          if (!keeps) host.leafKeys.leaveGroup()
        },
      },
      sizes,
    )
  }

  /** Those of the epoch that one is in; null before the first. */
  get entered(): EpochKeys | null {
    return this.#entered
  }

  /** By which keys one goes, as far as the room has taken it: what is hoped for is not told of. */
  get mode(): Mode {
    const { mode } = this.#mode
    return this.#entered === null && mode === 'group' ? 'beginning' : mode
  }

  /** These are here now, oneself included. */
  count(present: ReadonlySet<Stay>): void {
    this.#mode.count(present)
  }

  enter(keys: EpochKeys): void {
    this.#entered = keys
    this.use(keys)
  }

  /** Media and messages go by these, which hold or are about to. */
  use({ epoch, media, ring, members, leafKeys, ownLeafKey }: EpochKeys): void {
    this.#host.leafKeys.take(ownLeafKey, leafKeys)
    this.#host.contentKeys.take(ring.keys, ring.current)
    const hasNewcomers = [...members].some((stay) => !this.#keyed.has(stay))
    this.#keyed = members
    this.#host.media.enterEpoch(epoch, media, hasNewcomers)
    this.#mode.entered(members)
  }

  /** No group can be kept. */
  giveUp(): void {
    // Who never was in one has no other key.
    if (this.#entered === null) this.#host.contentKeys.take(new Map(), LINK_KEY)
    this.#host.leafKeys.leaveGroup()
    this.#mode.giveUp()
  }

  /**
   * Tells by which keys one goes, where that is another than before.
   *
   * @param awaitsRemoval - Whether somebody was put out who is in the group still.
   */
  tell(awaitsRemoval: boolean): void {
    const { mode } = this
    const entered = mode === 'group' ? this.#entered : null
    const told: KeysInUse = {
      encryption: entered ? 'group' : 'link',
      linkKeysReason: REASONS[mode],
      epochAuthenticator: entered?.authenticator ?? null,
      keepsOut: entered !== null && !awaitsRemoval,
    }
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

  close(): void {
    this.#mode.close()
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
