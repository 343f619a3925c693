import { ProtocolError } from '../../../../protocol/errors.ts'
import type { RoomName } from '../../../../protocol/names/room-name.ts'
import type { GroupDescription } from '../../../../protocol/page-edge/group.ts'
import { ContentKeys } from '../../../../web/core/encryption/content-keys.ts'
import { RoomGroup } from '../../../../web/core/encryption/group/room-group.ts'
import type { Signer } from '../../../../web/core/encryption/group/signer.ts'
import { LeafKeys } from '../../../../web/core/encryption/leaf-keys.ts'
import { LinkKeys } from '../../../../web/core/encryption/link-keys.ts'
import type { Ask } from '../../../../web/core/encryption/opened.ts'
import type { ToldChange } from '../../../../web/core/encryption/room-facts.ts'
import type { RoomKeys } from '../../../../web/core/encryption/room-keys.ts'
import type { RoomSecret } from '../../../../web/core/encryption/room-secret.ts'
import type { Stay } from '../../../../web/core/encryption/stay.ts'
import type { KeysInUse } from '../../../../web/core/room-state/room-state.ts'
import type { LyingRoom, Member } from './lying-room.ts'

/** Somebody's page, as far as it keeps its place in the group of an encrypted room: the page's own code, whatever the edge says. */
export class GroupPage implements Member {
  readonly stay: Stay
  /** How often it said that something was not as people of the room do it. */
  tampered = 0
  /** How often it was to begin its pictures anew. */
  begunAnew = 0
  /** How often it had its connection looked after. */
  checks = 0
  /** From what the media keys of the epoch come that it is in, with the epoch; null before the first. */
  key: string | null = null
  /** Of every epoch that it was in. */
  readonly all = new Set<string>()
  /** By which keys it was to send media, one after the other. */
  readonly uses: ('group' | 'link')[] = []
  /** The links that it had after the first, and who changed them. */
  readonly links: { readonly secret: RoomSecret; readonly by: Stay }[] = []
  /** By what media are keyed together with the group's keys. */
  base: string
  /** Why it could not stay. */
  failure: string | null = null
  readonly linkKeys: LinkKeys
  readonly #group: RoomGroup
  #keys: KeysInUse | null = null

  constructor(room: RoomName, signer: Signer, keys: RoomKeys, edge: LyingRoom<GroupPage>) {
    this.stay = signer.stay
    this.linkKeys = new LinkKeys(keys)
    this.base = keys.base.join()
    const place = { room, signer, links: this.linkKeys }
    this.#group = new RoomGroup(place, {
      ask: askOf(this, edge),
      contentKeys: new ContentKeys(keys.seal),
      leafKeys: new LeafKeys(),
      media: {
        enterEpoch: (epoch, secret, hasNewcomers) => {
          if (hasNewcomers) this.begunAnew += 1
          this.key = `${epoch}: ${this.base} ${secret.join()}`
          this.all.add(this.key)
        },
        changeLink: (base) => {
          this.base = base.join()
        },
        useKeys: (which) => this.uses.push(which),
      },
      keysChanged: (changed) => {
        this.#keys = changed
      },
      linkChanged: (secret, by) => this.links.push({ secret, by }),
      failed: (cause) => {
        this.failure = ProtocolError.from(cause).code
      },
      tampered: () => {
        this.tampered += 1
      },
      checkConnection: () => {
        this.checks += 1
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

  away(): void {
    this.#group.away()
  }

  back(): void {
    this.#group.back()
  }

  present(stays: ReadonlySet<Stay>, cutOff?: ReadonlySet<Stay>): void {
    this.#group.present(stays, cutOff)
  }

  welcomed(group: GroupDescription | null): void {
    this.#group.welcomed(group)
  }

  changed(change: ToldChange): void {
    if (change.changesLink) this.#group.linkChanges(change.epoch)
    void this.#group.changed(change)
  }

  changeLink(hasGone: () => boolean = () => true): Promise<void> {
    return this.#group.changeLink(hasGone)
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
    for (;;) {
      if (!edge.people.has(page) && !edge.hidden.has(page))
        throw new ProtocolError('not-joined', 'not here any more')
      const answered = edge.answer(page, name, params)
      const lost = edge.lies.loses?.(page) ?? null
      if (lost === null) return answered
      await lost
    }
  }
  // What it answers is of the type that the contract has for `name`; the compiler cannot follow that pairing.
  return answer as Ask
}
