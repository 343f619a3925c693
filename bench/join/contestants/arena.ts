import { inTime } from '../../common/in-time.ts'
import { measure, type Run } from '../measured/measure.ts'
import { DelayingProxy } from '../network/delaying-proxy.ts'
import type { Network } from '../network/network.ts'
import { type Contestant, WORLDS, type WorldName, type WorldPlan } from './contestant.ts'
import { Sender } from './sender.ts'
import type { World } from './world.ts'

interface Place {
  readonly plan: WorldPlan
  readonly world: World
  readonly sender: Sender
}

/** The worlds of all contestants, each with its sender in the room; `opened` closes them. */
export class Arena {
  readonly #opened: AsyncDisposableStack
  readonly #probe: string
  readonly #places = new Map<WorldName, Place>()

  private constructor(opened: AsyncDisposableStack, probe: string) {
    this.#opened = opened
    this.#probe = probe
  }

  static async open(
    contestants: readonly Contestant[],
    probe: string,
    opened: AsyncDisposableStack,
  ): Promise<Arena> {
    const arena = new Arena(opened, probe)
    for (const name of new Set(contestants.map(({ world }) => world))) await arena.#openPlace(name)
    return arena
  }

  async #openPlace(name: WorldName): Promise<void> {
    const plan = WORLDS[name]
    const world = await plan.start()
    this.#opened.defer(() => world.close())
    const sender = await Sender.arrive(`http://127.0.0.1:${world.port}${plan.senderPath}`, this.#probe)
    this.#opened.defer(() => sender.close())
    this.#places.set(name, { plan, world, sender })
  }

  /** One arrival of a contestant over a network, while nobody else is busy. */
  run(contestant: Contestant, network: Network): Promise<Run> {
    return inTime(`an arrival at ${contestant.title}`, this.#run(contestant, network))
  }

  async #run(contestant: Contestant, { delayMs }: Network): Promise<Run> {
    const { plan, world, sender } = this.#place(contestant.world)
    const proxy = delayMs > 0 ? await DelayingProxy.open(world.port, delayMs) : undefined
    try {
      await sender.wake()
      const run = await measure(contestant, proxy?.port ?? world.port, this.#probe)
      await sender.rest()
      await plan.alone(sender.page)
      return run
    } finally {
      await proxy?.close()
    }
  }

  #place(name: WorldName): Place {
    const place = this.#places.get(name)
    if (!place) throw new Error(`the world ${name} is not open`)
    return place
  }
}
