import { ProtocolError } from '../../../../protocol/errors.ts'
import type { RoomName } from '../../../../protocol/names/room-name.ts'
import type { GroupChange, GroupDescription } from '../../../../protocol/page-edge/group.ts'
import { ContentKeys } from '../../../../web/core/encryption/content-keys.ts'
import { RoomGroup } from '../../../../web/core/encryption/group/room-group.ts'
import type { Signer } from '../../../../web/core/encryption/group/signer.ts'
import type { Ask } from '../../../../web/core/encryption/opened.ts'
import type { RoomKeys } from '../../../../web/core/encryption/room-keys.ts'
import type { Stay } from '../../../../web/core/encryption/stay.ts'
import type { KeysInUse } from '../../../../web/core/room-state/room-state.ts'
import type { LyingRoom, Member } from './lying-room.ts'

/** Somebody's page, as far as it keeps its place in the group of an encrypted room: the page's own code, whatever the edge says. */
export class GroupPage implements Member {
  readonly stay: Stay
  /** How often it said that something was not as people of the room do it. */
  tampered = 0
  /** The media keys of the epoch that it is in, with the epoch; null before the first. */
  key: string | null = null
  /** Of every epoch that it was in. */
  readonly all = new Set<string>()
  /** By which keys it was to send media, one after the other. */
  readonly uses: ('group' | 'link')[] = []
  readonly #group: RoomGroup
  #keys: KeysInUse | null = null

  constructor(room: RoomName, signer: Signer, keys: RoomKeys, edge: LyingRoom<GroupPage>) {
    this.stay = signer.stay
    const place = { room, signer, key: keys.seal }
    this.#group = new RoomGroup(place, {
      ask: askOf(this, edge),
      contentKeys: new ContentKeys(keys.seal),
      media: {
        enterEpoch: (epoch, secret) => {
          this.key = `${epoch}: ${secret.join()}`
          this.all.add(this.key)
        },
        useKeys: (which) => this.uses.push(which),
      },
      keysChanged: (changed) => {
        this.#keys = changed
      },
      tampered: () => {
        this.tampered += 1
      },
    })
  }

  get mode(): KeysInUse['encryption'] | null {
    return this.#keys?.encryption ?? null
  }

  get reason(): KeysInUse['linkKeysReason'] {
    return this.#keys?.linkKeysReason ?? null
  }

  get keepsOut(): boolean {
    return this.#keys?.keepsOut === true
  }

  /** A moderator put them out. */
  removed(stay: Stay): void {
    this.#group.removed(stay)
  }

  present(stays: ReadonlySet<Stay>, cutOff?: ReadonlySet<Stay>): void {
    this.#group.present(stays, cutOff)
  }

  welcomed(group: GroupDescription | null): void {
    this.#group.welcomed(group)
  }

  changed(change: GroupChange): void {
    this.#group.changed(change)
  }

  settled(): Promise<void> {
    return this.#group.settled()
  }

  close(): void {
    this.#group.close()
  }
}

/** Asks an edge for what concerns the group; there is nothing else to ask for. */
function askOf(page: GroupPage, edge: LyingRoom<GroupPage>): Ask {
  const answer = async (name: string, params: unknown): Promise<unknown> => {
    // An answer takes a moment.
    await Promise.resolve()
    if (!edge.people.has(page) && !edge.hidden.has(page))
      throw new ProtocolError('not-joined', 'not here any more')
    return edge.answer(page, name, params)
  }
  // What it answers is of the type that the contract has for `name`; the compiler cannot follow that pairing.
  return answer as Ask
}
