import { afterAll, beforeAll, expect, test } from 'vitest'
import { Stage } from '../../scripts/stage/stage.ts'
import { PlainClient } from './support/plain-client.ts'

let stage: Stage
const clients: PlainClient[] = []
let nodeLost = 0

beforeAll(async () => {
  stage = await Stage.open()
  await stage.startNode({
    onLog: ({ event }) => {
      if (event === 'edge-disconnected') nodeLost += 1
    },
  })
})
afterAll(async () => {
  for (const client of clients) client.close()
  await stage.close()
})

async function come(room: string, name: string): Promise<PlainClient> {
  const client = await PlainClient.join(stage.url, room, name)
  clients.push(client)
  return client
}

/** As often a second as the edge takes anything of one page for long. */
const ATTACKS_PER_SECOND = 19
const ATTACK_MS = 4_000

test('F4 G6 a living node keeps its rooms under four clients that renew their media as fast as they may', async () => {
  const ada = await come('quiet', 'Ada')
  // Each session that they ask for is a consumer for each of these.
  const members = await Promise.all(Array.from({ length: 16 }, (_, index) => come('loud', `B${index}`)))
  for (const member of members) {
    for (const source of ['microphone', 'camera', 'screen', 'screen-audio'] as const)
      await member.produce(source)
  }
  const attackers = await Promise.all(['M1', 'M2', 'M3', 'M4'].map((name) => come('loud', name)))
  const until = performance.now() + ATTACK_MS
  const attack = async (attacker: PlainClient): Promise<void> => {
    let generation = attacker.generation
    while (performance.now() < until) {
      // It waits for no answer: the next session has the next number.
      attacker.send('renew-media', { generation })
      generation += 1
      await new Promise((resolve) => setTimeout(resolve, 1_000 / ATTACKS_PER_SECOND))
    }
  }
  await Promise.all(attackers.map(attack))
  const direction = 'send'
  expect(await ada.ask('restart-ice', { generation: ada.generation, direction })).toHaveProperty('result')
  expect(ada.events).not.toContain('media-lost')
  for (const attacker of attackers) {
    expect(attacker.events).not.toContain('media-lost')
    expect(attacker.refusals).toContain('rate-limited')
  }
  expect(nodeLost).toBe(0)
})
