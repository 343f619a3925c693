import * as v from 'valibot'
import {
  BrowserId,
  NodeId,
  newProducerId,
  newSendId,
  type PeerId,
  type SendId,
} from '../../../protocol/ids.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import type { RoomEffect } from '../../../worker/room/core/effects.ts'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import { draws } from '../../support/draws.ts'
import { rtpOf } from '../../support/scripted-node.ts'
import { address, creatorKey, linkProof, proof, words } from '../door-bench.ts'
import type { FollowedPage } from './followed-page.ts'
import { FollowedRoom } from './followed-room.ts'
import { holdsAfter } from './invariants.ts'
import { seal } from './seeming-seal.ts'

const NODES = ['lyon', 'paris', 'lille', 'brest'].map((name) => v.parse(NodeId, name))
/** A room that asks more than this without an end has begun to turn in a circle. */
const MOST_ANSWERS = 20_000
const PASSWORDS = ['a', 'b', 'c'].map(proof)
const KEYS = ['k', 'l'].map(creatorKey)
const WORDS = ['s', 't']

/** Something that happens: of which kind, and by which numbers its particulars are drawn. */
export interface Happening {
  readonly kind: number
  readonly seed: number
}

/** Anything that may happen to a room. */
export class RandomEvents {
  readonly room: FollowedRoom
  readonly #up = new Set(NODES)
  readonly #draining = new Set<NodeId>()
  /** The nodes that know of the room. */
  readonly #knowing = new Set<NodeId>()
  #draw = draws(0)
  #answers = 0
  #names = 0
  #lastSent: { page: FollowedPage; sendId: SendId } | null = null

  constructor(isEncrypted: boolean) {
    this.room = new FollowedRoom(isEncrypted)
    this.room.bench.watch = holdsAfter
  }

  readonly #kinds: readonly (() => void)[] = [
    ...[this.#join, this.#join, this.#leave, this.#rename, this.#raiseHand],
    ...[this.#cut, this.#comeBack, this.#comeBack, this.#reload],
    ...[this.#changeDoor, this.#decideKnock, this.#knockAgain, this.#cutKnocker],
    ...[this.#send, this.#send, this.#sendAgain, this.#show],
    ...[this.#commit, this.#commit, this.#describeGroup],
    ...[this.#setWords, this.#claim],
    ...[this.#changeRole, this.#mute, this.#remove, this.#permitChat],
    ...[this.#kill, this.#drain, this.#reviveNode, this.#loseWorker, this.#failPipe],
    ...[this.#answer, this.#answer, this.#answer, this.#answer, this.#passTime],
  ]

  /** Something happens, or somebody answers. */
  step({ kind, seed }: Happening): void {
    this.#draw = draws(seed)
    this.#kinds[kind % this.#kinds.length]?.call(this)
    this.#follow()
  }

  /** Nothing happens any more: everybody comes back, all that is open is answered, and all that is due is done. */
  settle(): void {
    this.#draw = draws(0)
    for (const page of [...this.room.pages.values()]) {
      if (!page.isConnected) this.room.comeBack(page)
      this.#follow()
    }
    for (const [peer, knocker] of [...this.room.lobby])
      if (knocker.isAdmitted || !knocker.isConnected) this.room.knockAgain(peer, knocker)
    this.room.bench.input({ on: 'node-available' })
    for (let rounds = 0; rounds < 40; rounds += 1) {
      do this.#follow()
      while (this.#answer())
      this.#passTime()
    }
    do this.#follow()
    while (this.#answer())
    for (const page of this.room.pages.values()) page.lossIsOver()
  }

  takesRooms(node: NodeId): boolean {
    return this.#up.has(node) && !this.#draining.has(node)
  }

  #one<Of>(from: readonly Of[]): Of | undefined {
    return from[Math.floor(this.#draw() * from.length)]
  }

  #chance(share: number): boolean {
    return this.#draw() < share
  }

  #somebody(): FollowedPage | undefined {
    return this.#one(this.room.connected)
  }

  #moderator(): FollowedPage | undefined {
    const { peers } = this.room.state
    return this.#one(this.room.connected.filter(({ peer }) => peers.get(peer)?.role === 'moderator'))
  }

  #follow(): void {
    while (this.room.follow((effect) => this.#heardByNodes(effect)));
  }

  #heardByNodes(effect: RoomEffect): void {
    if (effect.do === 'release-node') this.#knowing.delete(effect.node)
    if (effect.do !== 'ask-node' || this.#knowing.has(effect.node)) return
    this.#knowing.add(effect.node)
    // A room that is new to a node is told where that is about to go (N15).
    if (this.#draining.has(effect.node)) this.room.bench.input({ on: 'node-draining', node: effect.node })
  }

  // People.

  #join(): void {
    this.#names += 1
    const measuredNodes = NODES.map((node) => ({ node, roundTripMs: Math.round(this.#draw() * 100) }))
    const letter = String.fromCharCode(97 + Math.floor(this.#draw() * 26))
    const password = this.#chance(0.7) ? this.#one(PASSWORDS) : undefined
    // A few bring a key: who opens the room with one owns it (D1).
    const creatorKey = this.#chance(0.1) ? this.#one(KEYS) : undefined
    const change = {
      measuredNodes,
      // And a few to an encrypted room without its link: it stays shut to them (D11).
      ...(this.room.isEncrypted && this.#chance(0.05) && { linkProof: linkProof('w') }),
      ...(creatorKey && { creatorKey }),
      browserId: v.parse(BrowserId, letter.repeat(43)),
      ...(password && { password }),
    }
    this.room.join(`Person ${this.#names}`, change, { address: address(letter) })
  }

  #leave(): void {
    const page = this.#somebody()
    if (page) this.room.leave(page)
  }

  #rename(): void {
    const page = this.#somebody()
    this.#names += 1
    const name = v.parse(DisplayName, `Renamed ${this.#names}`)
    if (page) this.room.rename(page, name)
  }

  #cut(): void {
    const page = this.#somebody()
    if (page) this.room.cut(page, this.#chance(0.4))
  }

  #comeBack(): void {
    const page = this.#one([...this.room.pages.values()].filter(({ isConnected }) => !isConnected))
    if (page) this.room.comeBack(page)
  }

  #reload(): void {
    this.room.reload()
  }

  // The door.

  #changeDoor(): void {
    const page = this.#moderator()
    if (!page) return
    const isOn = this.#chance(0.5)
    const password = isOn ? (this.#one(PASSWORDS) ?? null) : null
    this.#one([
      () => this.room.ask(page, { name: 'set-lobby', params: { lobby: isOn } }),
      () => this.room.ask(page, { name: 'set-locked', params: { locked: isOn } }),
      () => this.room.ask(page, { name: 'set-constant-rate', params: { constantRate: isOn } }),
      () => this.room.bench.setPassword(page.peer, password),
    ])?.()
  }

  #decideKnock(): void {
    const page = this.#moderator()
    const knock = this.#one([...this.room.lobby.keys()])
    if (!page || !knock) return
    this.#one([
      () => this.room.ask(page, { name: 'admit', params: { knock } }),
      () => this.room.ask(page, { name: 'admit', params: { knock: null } }),
      () => this.room.ask(page, { name: 'deny', params: { knock } }),
    ])?.()
  }

  #knockAgain(): void {
    const found = this.#one([...this.room.lobby])
    if (found) this.room.knockAgain(...found)
  }

  #cutKnocker(): void {
    const found = this.#one([...this.room.lobby].filter(([, { isConnected }]) => isConnected))
    if (found) this.room.cutKnocker(...found)
  }

  /** Of a plain room there are none to set, and none to say. */
  #setWords(): void {
    const page = this.#chance(0.8) ? this.#moderator() : this.#somebody()
    const letter = this.#one(WORDS)
    if (!page || !letter) return
    const set = this.#chance(0.7) ? words(letter) : null
    this.room.ask(page, { name: 'set-spoken-words', params: { words: set } })
  }

  #claim(): void {
    const letter = this.#one(WORDS)
    const from = String.fromCharCode(97 + Math.floor(this.#draw() * 3))
    if (letter) this.room.claim(letter, { address: address(from) })
  }

  // What people send each other, and what moderators do.

  #send(): void {
    const page = this.#somebody()
    const other = this.#one([...this.room.pages.keys()])
    if (!page || !other) return
    const sendId = newSendId()
    const addressee = this.#one([
      { to: 'everyone' },
      { to: 'moderators' },
      { to: 'peer', peer: other },
    ] as const) ?? { to: 'everyone' }
    this.#lastSent = { page, sendId }
    this.room.send(page, { kind: 'chat', addressee, payload: `{"text":"${sendId}"}`, sendId })
  }

  /** A page that got no answer sends the same again (C6). */
  #sendAgain(): void {
    const { page, sendId } = this.#lastSent ?? {}
    if (!page?.isConnected || !sendId || this.room.pages.get(page.peer) !== page) return
    this.room.send(page, { kind: 'chat', addressee: { to: 'everyone' }, payload: '{}', sendId })
  }

  /** Somebody sends some things more, at times too many, or one less. */
  #show(): void {
    const page = this.#somebody()
    const state = page && this.room.state.peers.get(page.peer)
    if (!page || !state) return
    const shown = this.#one(state.producers.filter((producer) => producer.source !== 'microphone'))
    if (shown && this.#chance(0.3))
      return void this.room.ask(page, { name: 'close-producer', params: { producer: shown.id } })
    for (let more = Math.floor(this.#draw() * 5); more >= 0; more -= 1) this.#produce(page, state.generation)
  }

  #produce(page: FollowedPage, generation: number): void {
    const source = this.#one(['camera', 'screen', 'screen-audio'] as const) ?? 'camera'
    const what = { source, rtpParameters: rtpOf(source), paused: false }
    this.room.ask(page, { name: 'produce', params: { generation, producer: newProducerId(), ...what } })
  }

  #raiseHand(): void {
    const page = this.#somebody()
    if (!page) return
    const { peer } = page
    if (this.#chance(0.5))
      this.room.send(page, {
        kind: 'hand',
        addressee: { to: 'everyone' },
        payload: '{}',
        sendId: newSendId(),
      })
    else this.room.ask(page, { name: 'clear-message', params: { kind: 'hand', peer } })
  }

  #ofAnother(act: (page: FollowedPage, peer: PeerId) => void): void {
    const page = this.#chance(0.8) ? this.#moderator() : this.#somebody()
    const peer = this.#one([...this.room.pages.keys()])
    if (page && peer) act(page, peer)
  }

  #changeRole(): void {
    const role = this.#chance(0.5) ? 'moderator' : 'participant'
    this.#ofAnother((page, peer) => this.room.ask(page, { name: 'set-role', params: { peer, role } }))
  }

  #mute(): void {
    const params = { source: 'microphone' } as const
    this.#ofAnother((page, peer) =>
      this.room.ask(page, {
        name: 'stop-source',
        params: { ...params, peer: this.#chance(0.7) ? peer : null },
      }),
    )
  }

  #remove(): void {
    if (this.#chance(0.5)) return
    this.#ofAnother((page, peer) => this.room.ask(page, { name: 'remove-peer', params: { peer } }))
  }

  #permitChat(): void {
    const page = this.#moderator()
    const params = { permission: 'chat', allowed: this.#chance(0.6) } as const
    if (page) this.room.ask(page, { name: 'set-permission', params })
  }

  // The group: of a plain room there is none.

  /** Somebody changes it, or tries to; some do not hear what became of it. */
  #commit(): void {
    const page = this.#somebody()
    if (!page) return
    const epoch = page.group.epoch + (this.#chance(0.8) ? 1 : 2)
    const commit = epoch === 1 || this.#chance(0.1) ? null : seal('change').sealed
    this.room.offer(page, { epoch, commit, info: seal('info').sealed })
    if (this.#chance(0.2)) this.room.cut(page, this.#chance(0.3))
  }

  #describeGroup(): void {
    const page = this.#somebody()
    if (page) this.room.ask(page, { name: 'describe-group', params: {} })
  }

  // Nodes.

  #directory = (avoid: readonly NodeId[]): NodeId | null =>
    this.#one(NODES.filter((node) => this.takesRooms(node) && !avoid.includes(node))) ?? null

  /** Whether there is another one to go to. */
  #isSpare(node: NodeId): boolean {
    return NODES.some((other) => other !== node && this.takesRooms(other))
  }

  #lose(node: NodeId): void {
    this.#knowing.delete(node)
    this.room.bench.input({ on: 'node-lost', node })
  }

  #kill(): void {
    const node = this.#one([...this.#up])
    if (!node || !this.#isSpare(node)) return
    this.#up.delete(node)
    this.#draining.delete(node)
    // What it was asked fails before the room is told, or after.
    const { bench } = this.room
    if (this.#chance(0.5)) while (bench.open.some((question) => question.node === node)) bench.failNode(node)
    this.#lose(node)
  }

  #drain(): void {
    const node = this.#one(NODES.filter((each) => this.takesRooms(each)))
    if (!node || !this.#isSpare(node)) return
    this.#draining.add(node)
    if (this.#knowing.has(node)) this.room.bench.input({ on: 'node-draining', node })
  }

  #reviveNode(): void {
    const node = this.#one(NODES.filter((each) => !this.#up.has(each)))
    if (!node) return
    this.#up.add(node)
    this.room.bench.input({ on: 'node-available' })
  }

  #loseWorker(): void {
    const node = this.#one([...this.#up])
    if (node) this.#lose(node)
  }

  #failPipe(): void {
    const pipe = this.#one(this.room.state.head.pipes)
    if (pipe) this.room.bench.input({ on: 'pipe-silent', node: pipe.ends[0].node, pipe: pipe.id })
  }

  /** The directory, the TURN provider or a node answers; each node in the order in which it was asked. */
  #answer(): boolean {
    this.#answers += 1
    if (this.#answers > MOST_ANSWERS) throw new Error('the room turns in a circle')
    const { bench } = this.room
    bench.answerTurn()
    bench.answerKeeping()
    if (this.#chance(0.3) && bench.answerDirectory(this.#directory)) return true
    const node = this.#one(bench.open.map((question) => question.node))
    if (!node) return bench.answerDirectory(this.#directory)
    if (this.#up.has(node)) bench.answerNode(node)
    else bench.failNode(node)
    return true
  }

  #passTime(): void {
    const due = nextDue(this.room.state)
    if (due === null) return
    const { bench } = this.room
    bench.now = Math.max(bench.now, due)
    bench.input({ on: 'alarm' })
  }
}
