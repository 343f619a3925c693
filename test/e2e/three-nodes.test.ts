import { beforeEach, expect, test } from 'vitest'
import type { NodeProcess } from '../../scripts/node-process.ts'
import { Stage } from '../../scripts/stage/stage.ts'
import { ENCRYPTED, FRAGMENT } from './support/encrypted.ts'
import { type JoinWishes, Person } from './support/person.ts'
import { carriedFrom, everybodyHears, gatherNear, isCarriedFrom } from './support/several-nodes.ts'

/** Three processes on three loopback addresses, a room of four spread over two of them. */

const HOME = '127.0.0.1'
const LOST = '127.0.0.2'
const IDLE = '127.0.0.3'

const patience = { timeout: 30_000 }

const here = gatherNear(() => Stage.open())
let home: NodeProcess
let lost: NodeProcess
let ada: Person
let ben: Person
let cy: Person
let dan: Person
let eve: Person

beforeEach(async () => {
  home = await here.stage.startNode({ address: HOME })
  lost = await here.stage.startNode({ id: 'second', address: LOST })
  await here.stage.startNode({ id: 'third', address: IDLE })
})

/** Two are carried by each of two nodes. */
async function meetAsFour(wishes: JoinWishes): Promise<void> {
  const join = (name: string, nearTo: 'local' | 'second') =>
    here.join('four', name, nearTo, {
      cam: false,
      viewport: { width: 1280, height: 720 },
      ...wishes,
    })
  ada = await join('Ada', 'local')
  ben = await join('Ben', 'local')
  cy = await join('Cy', 'second')
  dan = await join('Dan', 'second')
  await everybodyHears([ada, ben, cy, dan])
  expect(await Promise.all([ada, ben, cy, dan].map(carriedFrom))).toEqual([[HOME], [HOME], [LOST], [LOST]])
}

async function write(person: Person, text: string): Promise<void> {
  const field = person.page.locator('textarea[name="chat"]')
  if (!(await field.isVisible())) await person.press('chat')
  await field.fill(text)
  await field.press('Enter')
}

const read = (person: Person) => person.page.locator('.chat-text').allTextContents()

const handOf = (seer: Person, name: string) => seer.tile(name).getAttribute('data-hand')

/** Who is a moderator, as `seer` sees it. */
const moderators = async (seer: Person): Promise<string[]> => {
  const tiles = seer.page.locator('article[data-peer]:has(.role)')
  const names = await tiles.evaluateAll((found) => found.map((tile) => tile.getAttribute('data-name') ?? ''))
  return names.sort()
}

const knock = (moderator: Person, name: string) =>
  moderator.page.locator(`[data-panel="door"] [data-knock="${name}"]`)

/** Cy becomes a moderator, two things are written, Dan raises a hand, and Eve waits in the lobby. */
async function gatherThings(fragment: string): Promise<void> {
  await ada.press('people')
  const row = ada.page.locator('[data-person="Cy"]')
  for (const action of ['person-menu', 'make-moderator']) {
    await row.locator(`[data-action="${action}"]`).click()
  }
  await write(ben, 'before, from one node')
  await write(cy, 'before, from the other')
  await dan.press('hand')
  await ada.press('more')
  await ada.press('door')
  await ada.press('lobby')
  await ada.page.locator('[data-action="lobby"][aria-checked="true"]').waitFor()
  eve = here.keep(await Person.arrive(here.browser, 'Eve'))
  await eve.visit(
    `${here.stage.url}/four?${new URLSearchParams({ name: 'Eve', join: '', mic: '0', cam: '0' })}${fragment}`,
  )
  await eve.page.locator('main[data-view="lobby"]').waitFor()
  await knock(ada, 'Eve').waitFor()
}

async function everythingIsThere(): Promise<void> {
  for (const person of [ben, cy]) {
    await expect
      .poll(() => read(person), patience)
      .toEqual(['before, from one node', 'before, from the other'])
  }
  for (const person of [ada, ben, cy]) await expect.poll(() => handOf(person, 'Dan'), patience).toBe('1')
  for (const person of [ada, dan])
    await expect.poll(() => moderators(person), patience).toEqual(['Ada', 'Cy'])
  expect(await knock(ada, 'Eve').count()).toBe(1)
  expect(await eve.page.locator('main[data-view="lobby"]').count()).toBe(1)
}

test.each(['local', 'second'])(
  'F2 the node %s is killed in the middle: everybody keeps talking, and chat, roles, hands and lobby are as they were',
  async (killed) => {
    await meetAsFour(killed === 'local' ? ENCRYPTED : {})
    await gatherThings(killed === 'local' ? FRAGMENT : '')
    await everythingIsThere()
    const node = killed === 'local' ? home : lost
    node.kill('SIGKILL')
    await node.exited
    await everybodyHears([ada, ben, cy, dan])
    const left = killed === 'local' ? LOST : HOME
    for (const person of [ada, ben, cy, dan]) await isCarriedFrom(person, left)
    await everythingIsThere()
    // And it all goes on: what is written, lowered and let in from now on.
    await write(cy, 'after')
    await expect.poll(() => read(ben), patience).toContain('after')
    await dan.press('hand')
    await expect.poll(() => handOf(ada, 'Dan'), patience).toBeNull()
    await knock(ada, 'Eve').locator('[data-action="admit"]').click()
    await eve.inRoom()
    await eve.hears('Dan')
  },
)
