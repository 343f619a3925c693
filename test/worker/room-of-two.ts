import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, vi } from 'vitest'
import type { RoomObject } from '../../worker/room/room-object.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'

/** For each test of a file a room of its own, carried by a node of its own, which Ada and Ben may enter. */
export class RoomOfTwo {
  readonly #file: string
  #count = 0
  #node: NodeClient | null = null

  private constructor(file: string) {
    this.#file = file
  }

  /** @param file - What the rooms of that file are called, and its nodes. */
  static ofEachTest(file: string): RoomOfTwo {
    const here = new RoomOfTwo(file)
    beforeEach(async () => {
      here.#count += 1
      here.#node = await NodeClient.start(`${file}-node-${here.#count}`)
    })
    afterEach(async () => {
      vi.useRealTimers()
      await PageClient.leaveAll()
      await NodeClient.dropAll()
    })
    return here
  }

  get name(): string {
    return `${this.#file}-${this.#count}`
  }

  get node(): NodeClient {
    if (!this.#node) throw new Error('no test runs')
    return this.#node
  }

  get stub(): DurableObjectStub<RoomObject> {
    return env.ROOMS.get(env.ROOMS.idFromName(this.name))
  }

  /** Ada comes, and then Ben. */
  async pair() {
    const ada = await PageClient.open(this.name)
    const adaIs = await ada.welcome('Ada')
    const ben = await PageClient.open(this.name)
    const benIs = await ben.welcome('Ben')
    await ada.event('peer-joined')
    return { ada, adaIs, ben, benIs }
  }
}
