import { runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { vi } from 'vitest'
import { BrowserId, newPeerId, newProducerId, type PeerId, type ProducerId } from '../../protocol/ids.ts'
import { EMPTY_ROOM_GRACE_MS } from '../../protocol/limits.ts'
import type { PageParams, PageRequest } from '../../protocol/page-edge/requests.ts'
import type { RoomObject } from '../../worker/room/room-object.ts'
import {
  type Cast,
  isThere,
  type Outcome,
  type Right,
  type Role,
  type State,
} from '../support/rights/cells.ts'
import { asSaidIn, broughtTo } from '../support/rights/encrypted.ts'
import { OWNERS_KEY, PASSWORD } from '../support/rights/join-rights.ts'
import { rtpOf } from '../support/scripted-node.ts'
import { PageClient } from './page-client.ts'
import { rowsOf } from './room-rows.ts'

const REMOVED = { browserId: v.parse(BrowserId, 'r'.repeat(43)) }
const Waiting = v.object({ result: v.object({ kind: v.literal('waiting') }) })
const HAND: PageRequest = {
  name: 'send-message',
  params: { kind: 'hand', addressee: { to: 'everyone' }, payload: '{}' },
}
const PERMISSIONS = ['microphone', 'camera', 'screen', 'chat'] as const

interface Person {
  readonly page: PageClient
  readonly id: PeerId
  readonly voice: ProducerId
}

type People = Readonly<Record<'owner' | 'moderator' | 'participant' | 'other', Person>>

/** Somebody who has joined, by a client written by hand. */
async function comes(room: string, name: string, change: Partial<PageParams<'join'>> = {}): Promise<Person> {
  const page = await PageClient.open(room)
  const { self, media } = await page.welcome(name, change)
  const voice = newProducerId()
  if (media) {
    const what = { source: 'microphone', rtpParameters: rtpOf('microphone'), paused: false } as const
    await page.ask('produce', { generation: 1, producer: voice, ...what })
  }
  return { page, id: self, voice }
}

/** Everybody whom the table of rights speaks of, in a room of the Worker's. */
export class RightsScene {
  readonly #room: string
  readonly #state: State
  readonly #people: People
  readonly #nobody = newPeerId()
  #knocker = newPeerId()
  #waiting: PageClient | null = null
  #admitted: PageClient | null = null

  private constructor(room: string, state: State, people: People) {
    this.#room = room
    this.#state = state
    this.#people = people
  }

  /** @param room - A name that no other scene has. There is a node, but for the state without one. */
  static async open(room: string, state: State): Promise<RightsScene> {
    const link = broughtTo(state)
    const owner = await comes(room, 'Ada', { creatorKey: OWNERS_KEY, ...link })
    const moderator = await comes(room, 'Max', link)
    const participant = await comes(room, 'Eve', link)
    const other = await comes(room, 'Ben', link)
    const scene = new RightsScene(room, state, { owner, moderator, participant, other })
    const rex = await comes(room, 'Rex', { ...REMOVED, ...link })
    await owner.page.ask('set-role', { peer: moderator.id, role: 'moderator' })
    await scene.#ask(other.page, HAND)
    await owner.page.ask('remove-peer', { peer: rex.id })
    await scene.#openLobby(state)
    await scene.#shut(state)
    return scene
  }

  /** Somebody is let in, and, where there is a lobby, two go on waiting. */
  async #openLobby(state: State): Promise<void> {
    const { page } = this.#people.owner
    await page.ask('set-lobby', { lobby: true })
    const [admitted, hal] = await this.#knock('Hal')
    await page.ask('admit', { knock: hal })
    this.#admitted = admitted
    if (!isThere('waiting', state)) return void (await page.ask('set-lobby', { lobby: false }))
    this.#waiting = (await this.#knock('Gil'))[0]
    this.#knocker = (await this.#knock('Dan'))[1]
  }

  async #knock(name: string): Promise<[PageClient, PeerId]> {
    const page = await PageClient.open(this.#room)
    await page.join(name, broughtTo(this.#state))
    const { data } = await this.#people.owner.page.event('knocked')
    if (data.event !== 'knocked') throw new Error('nobody knocked')
    return [page, data.knock.id]
  }

  async #shut(state: State): Promise<void> {
    const { page } = this.#people.owner
    if (state === 'forbidden' || state === 'shut')
      for (const permission of PERMISSIONS) await page.ask('set-permission', { permission, allowed: false })
    if (state === 'password' || state === 'shut') await page.ask('set-password', { password: PASSWORD })
    if (state === 'locked' || state === 'shut') await page.ask('set-locked', { locked: true })
    if (state === 'ended') await this.#end()
  }

  /** All leave, whoever was let in does not come, and what there was is forgotten. */
  async #end(): Promise<void> {
    for (const { page } of Object.values(this.#people)) {
      await page.ask('leave', {})
      await page.closed
    }
    for (let i = 0; i < 2; i += 1) {
      vi.setSystemTime(Date.now() + EMPTY_ROOM_GRACE_MS)
      await runDurableObjectAlarm(this.#stub)
    }
  }

  get #stub(): DurableObjectStub<RoomObject> {
    return env.ROOMS.get(env.ROOMS.idFromName(this.#room))
  }

  /** The client of that role: of whoever is in the room, or waits, theirs; of others, a new one. */
  async clientOf(role: Role): Promise<PageClient> {
    if (role === 'waiting' || role === 'admitted') {
      const page = role === 'waiting' ? this.#waiting : this.#admitted
      if (!page) throw new Error(`nobody is ${role}`)
      return page
    }
    if (role === 'stranger' || role === 'gone' || role === 'removed') return PageClient.open(this.#room)
    return this.#people[role].page
  }

  /** Somebody asks for something, by that client; answers what came of it. */
  async try(role: Role, right: Right, page: PageClient): Promise<Outcome> {
    const { owner, moderator, other } = this.#people
    const self =
      role === 'owner' || role === 'moderator' || role === 'participant' ? this.#people[role] : null
    const cast: Cast = {
      actor: self?.id ?? newPeerId(),
      ownVoice: self?.voice ?? newProducerId(),
      owner: owner.id,
      moderator: moderator.id,
      other: other.id,
      otherVoice: other.voice,
      knocker: this.#knocker,
      nobody: this.#nobody,
      brings: role === 'removed' ? REMOVED : {},
    }
    for (const asked of right.first?.(cast) ?? []) await this.#ask(page, asked)
    return this.#ask(page, right.ask(cast), right)
  }

  async #ask(page: PageClient, request: PageRequest, said: Pick<Right, 'unlike'> = {}): Promise<Outcome> {
    const asked = asSaidIn(this.#state, request, said)
    const frame = await page.askFor(asked.name, asked.params)
    if ('error' in frame) return frame.error.code
    return v.is(Waiting, frame) ? 'waiting' : 'granted'
  }

  /** All that stands written of the room. */
  rows(): Promise<unknown> {
    return rowsOf(this.#stub)
  }

  /** All that those in it have heard. */
  async heard(): Promise<unknown> {
    const pages = Object.values(this.#people).map(({ page }) => page)
    // Their next answers come after whatever was told them before.
    for (const page of pages)
      if (page.socket.readyState === WebSocket.READY_STATE_OPEN)
        await page.ask('message-history', { after: 1_000_000 })
    return pages.map(({ inbox }) => [...inbox.rest])
  }
}
