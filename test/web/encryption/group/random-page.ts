import { ProtocolError } from '../../../../protocol/errors.ts'
import { PAGE_PONG_TIMEOUT_MS } from '../../../../protocol/limits.ts'
import { ContentKeys } from '../../../../web/core/encryption/content-keys.ts'
import { RoomGroup } from '../../../../web/core/encryption/group/room-group.ts'
import type { Signer } from '../../../../web/core/encryption/group/signer.ts'
import { LeafKeys } from '../../../../web/core/encryption/leaf-keys.ts'
import { LinkKeys } from '../../../../web/core/encryption/link-keys.ts'
import type { Ask } from '../../../../web/core/encryption/opened.ts'
import type { ToldChange } from '../../../../web/core/encryption/room-facts.ts'
import type { RoomKeys } from '../../../../web/core/encryption/room-keys.ts'
import type { Stay } from '../../../../web/core/encryption/stay.ts'
import type { KeysInUse } from '../../../../web/core/room-state/room-state.ts'
import { notHere, type PersonEvent, type RandomRoom } from './random-room.ts'

/** Somebody's page: the page's own code for the group, at the end of a line that is slow, and cut at times. */
export class RandomPage {
  readonly stay: Stay
  readonly links: LinkKeys
  /** Why it could not stay. */
  failure: string | null = null
  used: KeysInUse | null = null
  /** How often it counted something that people of the room do not do, while it was one of them. */
  tampered = 0
  readonly leafKeys = new LeafKeys()
  /** Of every epoch that it was in, with its number. */
  readonly secrets: string[] = []
  readonly #room: RandomRoom
  readonly #group: RoomGroup
  readonly #present = new Set<Stay>()
  readonly #cutOff = new Set<Stay>()
  /** Counts its sockets: what was on its way by an earlier one does not arrive. */
  #socket = 0
  #isConnected = true
  #resumed = Promise.withResolvers<void>()
  #fallen = Promise.withResolvers<void>()
  #isHere = true
  #isWelcome = false
  /** How much of the room's log was sent to it. */
  #told = 0
  #heard = 0
  /** When the last thing arrives that was sent each way: nothing overtakes anything. */
  readonly #arrivesAt = { up: 0, down: 0 }

  constructor(room: RandomRoom, signer: Signer, keys: RoomKeys) {
    this.#room = room
    this.stay = signer.stay
    this.links = new LinkKeys(keys)
    let base = keys.base.join()
    this.#group = new RoomGroup(
      { room: room.room, signer, links: this.links },
      {
        ask: this.#ask,
        contentKeys: new ContentKeys(keys.seal),
        leafKeys: this.leafKeys,
        media: {
          enterEpoch: (epoch, secret) => void this.secrets.push(`${epoch} ${base} ${secret.join()}`),
          changeLink: (next) => {
            base = next.join()
          },
          useKeys: () => {},
        },
        keysChanged: (keys) => {
          this.used = keys
        },
        linkChanged: () => {},
        failed: (cause) => {
          this.failure = ProtocolError.from(cause).code
          if (this.#isHere) room.go(this, 'left')
        },
        tampered: () => {
          if (this.#isHere) this.tampered += 1
        },
        checkConnection: () => this.#check(),
      },
    )
  }

  get isConnected(): boolean {
    return this.#isConnected
  }

  /** All of the room, at first or anew. */
  welcomed(): void {
    const { group, people, log } = this.#room
    const stays = [...people.keys()]
    const cutOff = [...people.values()].filter((page) => !page.isConnected).map(({ stay }) => stay)
    const seq = log.length
    this.#told = seq
    this.#isWelcome = false
    this.#send('down', () => {
      this.#isWelcome = true
      this.#heard = seq
      this.#present.clear()
      for (const stay of stays) this.#present.add(stay)
      this.#cutOff.clear()
      for (const stay of cutOff) this.#cutOff.add(stay)
      this.#tellWhoIsHere()
      this.#group.welcomed(group)
      this.#group.back()
    })
  }

  /** Is told what it has not been told yet. */
  replay(): void {
    if (!this.#isConnected) return
    const { log } = this.#room
    for (const [at, event] of log.entries()) {
      if (at < this.#told) continue
      this.#told = at + 1
      this.#send('down', () => {
        this.#heard = at + 1
        if (event.is !== 'changed') this.#hear(event.is, event.stay)
        else if (event.by !== this.stay) this.#change(event.change)
      })
    }
  }

  #change(change: ToldChange): void {
    if (change.changesLink) this.#group.linkChanges(change.epoch)
    void this.#group.changed(change)
  }

  /** Whether that one is here, as far as it has heard. */
  sees({ stay }: RandomPage): boolean {
    return this.#present.has(stay)
  }

  changeLink(hasGone: () => boolean): Promise<void> {
    return this.#group.changeLink(hasGone)
  }

  #hear(is: PersonEvent, stay: Stay): void {
    if (is === 'came') this.#present.add(stay)
    if (is === 'cut') this.#cutOff.add(stay)
    else this.#cutOff.delete(stay)
    if (is === 'left' || is === 'put-out') this.#present.delete(stay)
    if (is === 'put-out') this.#group.removed(stay)
    this.#tellWhoIsHere()
  }

  #tellWhoIsHere(): void {
    this.#group.present(new Set(this.#present), new Set(this.#cutOff))
  }

  /** What goes over the wire of others reaches it as well. */
  overhear(change: ToldChange): void {
    setTimeout(() => this.#change(change), this.#room.wayMs())
  }

  /** Its socket falls: it notices that at once, or not before it looks. */
  cut(notices: 'at once' | 'when it looks'): void {
    this.#isConnected = false
    if (notices === 'at once') this.#group.away()
    this.#socket += 1
    this.#resumed = Promise.withResolvers()
    this.#fallen.resolve()
    this.#room.say({ is: 'cut', stay: this.stay })
  }

  /** Looks whether its socket lives. */
  #check(): void {
    const socket = this.#socket
    setTimeout(() => {
      if (!this.#isConnected && socket === this.#socket) this.#group.away()
    }, PAGE_PONG_TIMEOUT_MS)
  }

  /** It is back on another socket: in time, or as who comes anew. */
  comeBack(how: 'resumed' | 'welcomed'): void {
    this.#group.away()
    this.#isConnected = true
    this.#fallen = Promise.withResolvers()
    this.#told = this.#heard
    // Who has not heard that they are in the room asks to come in again.
    if (how === 'resumed' && this.#isWelcome) {
      this.replay()
      this.#send('down', () => this.#group.back())
    } else if (this.links.current.proof === this.#room.link) this.welcomed()
    // Whoever resumes hears how the link was changed; for who comes anew, it was.
    else return this.#room.go(this, 'left')
    this.#resumed.resolve()
    this.#room.say({ is: 'back', stay: this.stay })
  }

  leave(is: 'left' | 'put-out'): void {
    this.#isHere = false
    this.#socket += 1
    this.#resumed.resolve()
    this.#fallen.resolve()
    if (is === 'left') this.close()
  }

  close(): void {
    this.#group.close()
  }

  #send(way: 'up' | 'down', arrives: () => void): void {
    const socket = this.#socket
    const now = performance.now()
    const at = Math.max(this.#arrivesAt[way], now + this.#room.wayMs())
    this.#arrivesAt[way] = at
    setTimeout(() => socket === this.#socket && arrives(), at - now)
  }

  /** Asks until it is answered, as a page does: on the next socket again, where one fell. */
  readonly #ask = (async (name: string, params: unknown): Promise<unknown> => {
    for (;;) {
      if (!this.#isHere) throw notHere()
      if (!this.#isConnected) await this.#resumed.promise
      const answer = await this.#askOnce(name, params)
      if (answer !== null) return answer
    }
    // What is answered is of the type that the contract has for `name`; the compiler cannot follow that.
  }) as Ask

  /** Resolves with null where the socket falls before the answer is there. */
  async #askOnce(name: string, params: unknown): Promise<object | null> {
    const { promise, resolve } = Promise.withResolvers<object | null>()
    const socket = this.#socket
    this.#send('up', () => {
      const room = this.#room
      const answer = name === 'commit' ? room.take(this.stay, params) : { group: room.group }
      this.#send('down', () => resolve(answer))
    })
    void this.#fallen.promise.then(() => resolve(null))
    const answer = await promise
    return socket === this.#socket ? answer : null
  }
}
