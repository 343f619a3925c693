import * as v from 'valibot'
import type { ErrorCode } from '../../../protocol/errors.ts'
import type { PeerId } from '../../../protocol/ids.ts'
import type { DisplayName } from '../../../protocol/names/display-name.ts'
import { Ticket } from '../../../protocol/page-edge/door.ts'
import { CommitVerdict, GroupDescription, StandingGroup } from '../../../protocol/page-edge/group.ts'
import type { PageParams, Welcome } from '../../../protocol/page-edge/requests.ts'
import { PAGE_EDGE } from '../../../protocol/version.ts'
import type { Audience, RoomEffect } from '../../../worker/room/core/effects.ts'
import type { MemberRequest, RoomInput } from '../../../worker/room/core/inputs.ts'
import { PastState, PeerState, WaitingState } from '../../../worker/room/core/peer-state.ts'
import { RoomHead, type RoomState } from '../../../worker/room/core/state.ts'
import { words } from '../door-bench.ts'
import { RoomBench, type Socket } from '../room-bench.ts'
import { FollowedPage } from './followed-page.ts'
import { holdsOnDisk } from './invariants.ts'
import { BRINGS_LINK, seal } from './seeming-seal.ts'

type JoinChange = Partial<PageParams<'join'>>
type Effect<Kind extends RoomEffect['do']> = Extract<RoomEffect, { do: Kind }>

/** Somebody in the lobby: what they came with serves again. */
interface Knocker {
  readonly ticket: Ticket
  readonly name: string
  isConnected: boolean
  isAdmitted: boolean
}

/** A message on its way: who has to hear it, as far as an outsider who knows the rules can tell (C1, C2). */
interface Sent {
  readonly sendId: string
  readonly hearers: readonly FollowedPage[]
}

const Answer = v.variant('kind', [
  v.object({ kind: v.literal('waiting'), ticket: Ticket }),
  v.looseObject({ kind: v.literal('welcome') }),
])
const SentAnswer = v.object({ id: v.number() })

/**
 * A room with the pages of its people: it does what the room's shell does (sends, replays, binds, closes), has the pages do
 * what real ones do, and writes down what everybody has to know in the end.
 */
export class FollowedRoom {
  readonly bench = new RoomBench()
  readonly pages = new Map<PeerId, FollowedPage>()
  readonly lobby = new Map<PeerId, Knocker>()
  /** Those who were put out; nobody of them is ever there again. */
  readonly removed = new Set<PeerId>()
  readonly #log: { seq: number; audience: Audience; event: Effect<'tell'>['event'] }[] = []
  /** Who asked to join, by the request: with the page that they had, where they had one. */
  readonly #joining = new Map<number, { peer: PeerId; name: string; page: FollowedPage | null }>()
  readonly #sent = new Map<number, Sent>()
  /** Who asked about the group, by the request. */
  readonly #askedOfGroup = new Map<number, FollowedPage>()
  /** What each sending became: a second time it is the same message (C6). */
  readonly #numbers = new Map<string, number>()

  readonly isEncrypted: boolean

  /** @param isEncrypted - Whether people bring a link, and seal what they say. */
  constructor(isEncrypted: boolean) {
    this.isEncrypted = isEncrypted
  }

  get state(): RoomState {
    return this.bench.state
  }

  get connected(): FollowedPage[] {
    return [...this.pages.values()].filter(({ isConnected }) => isConnected)
  }

  join(name: string, change: JoinChange = {}, socket: Socket = {}): void {
    const { peer, request } = this.#joins(name, change, socket)
    this.#joining.set(request, { peer, name, page: null })
  }

  #joins(name: string, change: JoinChange, socket: Socket = {}): ReturnType<RoomBench['join']> {
    const said = this.isEncrypted ? { ...BRINGS_LINK, name: seal(name), ...change } : change
    return this.bench.join(name, said, socket)
  }

  /** A socket is cut, or its page goes. */
  cut(page: FollowedPage, goingAway: boolean): void {
    page.cut(goingAway)
    this.bench.input({ on: 'socket-closed', peer: page.peer, goingAway })
  }

  /** Comes back with the token, for as long as that is good; else as somebody new. */
  comeBack(page: FollowedPage): void {
    const resume = { token: page.token, seq: page.seq, media: page.keepsMedia ? 'kept' : 'gone' } as const
    const name = page.state.peers.find(({ id }) => id === page.peer)?.name ?? 'Nobody'
    const { peer, request } = this.#joins(name, { resume })
    this.#joining.set(request, { peer, name, page })
    page.isConnected = true
  }

  cutKnocker(peer: PeerId, knocker: Knocker): void {
    knocker.isConnected = false
    this.bench.input({ on: 'socket-closed', peer, goingAway: false })
  }

  /** Brings the ticket: on the same socket where that is still there, on which one joins once. */
  knockAgain(peer: PeerId, { ticket, name, isConnected }: Knocker): void {
    if (isConnected && !this.state.waiting.has(peer)) return
    const joined = this.#joins(name, { ticket }, isConnected ? { peer } : {})
    this.#joining.set(joined.request, { peer: joined.peer, name, page: null })
    if (!isConnected) this.lobby.delete(peer)
  }

  ask(page: FollowedPage, asked: MemberRequest): void {
    const request = this.bench.ask(page.peer, asked)
    if (asked.name === 'commit' || asked.name === 'describe-group') this.#askedOfGroup.set(request, page)
  }

  /** Somebody at the door says words: what comes of it is looked at with every step. */
  claim(letter: string, socket: Socket): void {
    this.bench.claim({ protocol: PAGE_EDGE.newest, proof: words(letter).proof }, socket)
  }

  /** Offers a change of the group. */
  offer(page: FollowedPage, params: PageParams<'commit'>): void {
    page.group.offers(params)
    this.ask(page, { name: 'commit', params })
  }

  rename(page: FollowedPage, name: DisplayName): void {
    this.ask(page, { name: 'rename', params: { name: this.isEncrypted ? seal(name) : name } })
  }

  leave(page: FollowedPage): void {
    this.pages.delete(page.peer)
    this.ask(page, { name: 'leave', params: {} })
  }

  send(page: FollowedPage, sending: PageParams<'send-message'> & { readonly payload: string }): void {
    const { addressee, payload } = sending
    const params = { ...sending, payload: this.isEncrypted ? seal(payload) : payload }
    const hearers = [...this.pages.values()].filter((other) => {
      if (other === page) return false
      if (addressee.to === 'peer') return other.peer === addressee.peer
      return addressee.to === 'everyone' || this.state.peers.get(other.peer)?.role === 'moderator'
    })
    const request = this.bench.ask(page.peer, { name: 'send-message', params })
    this.#sent.set(request, { sendId: params.sendId ?? '', hearers })
  }

  /**
   * The room's object is loaded anew, from what was written: after it slept, with nothing on its way, or, where something is,
   * after a crash that cut all sockets, and answers to nobody.
   */
  reload(): void {
    const { bench } = this
    if (bench.isBusy) {
      for (const page of this.connected) page.cut(false)
      for (const knocker of this.lobby.values()) knocker.isConnected = false
      this.#joining.clear()
      bench.forgetAll()
    }
    holdsOnDisk(this.state)
    const { head, peers, waiting, past, group } = this.state
    bench.state = {
      head: v.parse(RoomHead, asWritten(head)),
      peers: read(PeerState, peers),
      waiting: read(WaitingState, waiting),
      past: read(PastState, past),
      group: group && v.parse(GroupDescription, asWritten(group)),
      held: new Map(),
    }
    const connected = [...this.connected.map(({ peer }) => peer), ...this.#waitingOnline()]
    bench.input({ on: 'woke', connected: new Set(connected) })
  }

  #waitingOnline(): PeerId[] {
    return [...this.lobby].flatMap(([peer, { isConnected }]) => (isConnected ? [peer] : []))
  }

  /** Does what the room's effects ask of its shell, its pages and `onEffect`; false where there was nothing. */
  follow(onEffect: (effect: RoomEffect) => void): boolean {
    const effects = this.bench.takeAll()
    for (const effect of effects) {
      this.#carryOut(effect)
      onEffect(effect)
    }
    return effects.length > 0
  }

  #carryOut(effect: RoomEffect): void {
    switch (effect.do) {
      case 'answer':
        return this.#answered(effect)
      case 'refuse':
        return this.#refused(effect)
      case 'replay':
        return this.#replay(effect)
      case 'tell':
        return this.#tell(effect)
      case 'tell-waiting': {
        const knocker = this.lobby.get(effect.peer)
        if (knocker) knocker.isAdmitted = true
        return
      }
      case 'forget-history':
      case 'erase':
        // Nobody resumes from there any more.
        this.#log.length = 0
        return
      case 'close-socket':
        return this.#close(effect.peer, effect.code)
      case 'postpone-join':
        return this.#postpone(effect.forMs, effect.join)
      case 'postpone-claim':
        return this.#postpone(effect.forMs, effect.claim)
    }
  }

  #answered({ peer, request, result }: Effect<'answer'>): void {
    const asking = this.#askedOfGroup.get(request)
    if (asking) return this.#answeredOfGroup(request, asking, result)
    const sent = this.#sent.get(request)
    if (sent) return this.#passedOn(sent, v.parse(SentAnswer, result).id)
    const joining = this.#joining.get(request)
    if (!joining) return
    this.#joining.delete(request)
    const answer = v.parse(Answer, result)
    if (joining.page && joining.page.peer !== peer) this.pages.delete(joining.page.peer)
    if (answer.kind === 'waiting') {
      const { name } = joining
      this.lobby.set(peer, { name, ticket: answer.ticket, isConnected: true, isAdmitted: false })
      return
    }
    this.lobby.delete(peer)
    // The room makes it, and its type says so: nobody reads it from a wire here.
    const welcome = result as Welcome
    const page = this.pages.get(welcome.self)
    if (page) return page.welcome(welcome)
    this.pages.set(
      welcome.self,
      new FollowedPage(welcome, this.isEncrypted, (asked) => this.#askedBy(welcome.self, asked)),
    )
  }

  #askedBy(peer: PeerId, asked: MemberRequest): void {
    const page = this.pages.get(peer)
    if (page) this.ask(page, asked)
    else this.bench.ask(peer, asked)
  }

  /** An answer that comes when its page was cut off is lost. */
  #answeredOfGroup(request: number, page: FollowedPage, result: object): void {
    this.#askedOfGroup.delete(request)
    if (!page.isConnected) return
    if ('is' in result) page.group.judged(v.parse(CommitVerdict, result))
    else page.group.described(v.parse(StandingGroup, result).group)
  }

  /** The same sending is the same message; another is one that every hearer has to get. */
  #passedOn({ sendId, hearers }: Sent, id: number): void {
    const known = this.#numbers.get(sendId)
    if (known !== undefined && known !== id) throw new Error(`sending ${sendId} is ${known}, and ${id}`)
    if (known !== undefined) return
    this.#numbers.set(sendId, id)
    for (const page of hearers) page.due.push(id)
  }

  #refused({ request }: Effect<'refuse'>): void {
    this.#askedOfGroup.get(request)?.group.refused()
    this.#askedOfGroup.delete(request)
    const joining = this.#joining.get(request)
    this.#joining.delete(request)
    if (joining?.page) this.pages.delete(joining.page.peer)
  }

  #replay({ peer, request, after }: Effect<'replay'>): void {
    this.#joining.delete(request)
    const page = this.pages.get(peer)
    if (!page) throw new Error('nobody resumes')
    page.resumed(this.#log.filter(({ seq, audience }) => seq > after && isFor(audience, peer)))
  }

  #tell({ seq, audience, event }: Effect<'tell'>): void {
    this.#log.push({ seq, audience, event })
    for (const page of this.connected) if (isFor(audience, page.peer)) page.hear(seq, event)
  }

  #close(peer: PeerId, code: ErrorCode | null): void {
    if (code === 'removed' && this.pages.has(peer)) this.removed.add(peer)
    this.pages.delete(peer)
    this.lobby.delete(peer)
  }

  #postpone(forMs: number, input: RoomInput): void {
    this.bench.now += forMs
    this.bench.input(input)
  }
}

const isFor = (audience: Audience, peer: PeerId): boolean =>
  'only' in audience ? audience.only === peer : audience.except !== peer

const read = <Of extends { readonly id: PeerId }>(
  schema: v.GenericSchema<unknown, Of>,
  people: ReadonlyMap<PeerId, Of>,
): Map<PeerId, Of> => new Map([...people].map(([id, person]) => [id, v.parse(schema, asWritten(person))]))

/** As it comes back from the disk. */
const asWritten = (value: object): unknown => JSON.parse(JSON.stringify(value))
