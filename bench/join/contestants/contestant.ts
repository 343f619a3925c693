import type { Page } from 'playwright-core'
import { fragmentOf, newRoomSecret, type RoomSecret } from '../../../web/core/encryption/room-secret.ts'
import { startEssaim } from './essaim-world.ts'
import { startFloor } from './floor-process.ts'
import type { World } from './world.ts'

/** A way to come into a room in which somebody is. */
export interface Contestant {
  readonly name: ContestantName
  /** What it is, for the person who reads the table. */
  readonly title: string
  /** The world that it is measured in. */
  readonly world: WorldName
  /** The address that is opened; its navigation is the click, unless there is a button. */
  readonly path: string
  /** The button that joins. */
  readonly button?: string
}

export type ContestantName = 'essaim' | 'encrypted' | 'floor' | 'button' | 'encrypted-button'
export type WorldName = 'essaim' | 'encrypted' | 'floor'

const ROOM = '/bench'
const JOIN_BUTTON = '[data-action="join"]'
/** Of the encrypted room. */
const SECRET = newRoomSecret()
const essaimPath = (name: string, query: string, secret: RoomSecret | null = null): string =>
  `${ROOM}?name=${name}&mic=1&cam=1${query}${fragmentOf(secret)}`

/** In the order in which they take turns. */
export const CONTESTANTS: readonly Contestant[] = [
  {
    name: 'essaim',
    title: 'Essaim, by a link that joins',
    world: 'essaim',
    path: essaimPath('Ben', '&join'),
  },
  {
    name: 'encrypted',
    title: 'Essaim, by the link of an encrypted room',
    world: 'encrypted',
    path: essaimPath('Ben', '&join', SECRET),
  },
  { name: 'floor', title: 'the floor', world: 'floor', path: '/' },
  {
    name: 'button',
    title: 'Essaim, from the click on Join',
    world: 'essaim',
    path: essaimPath('Ben', ''),
    button: JOIN_BUTTON,
  },
  {
    name: 'encrypted-button',
    title: 'Essaim, from the click on Join, encrypted',
    world: 'encrypted',
    path: essaimPath('Ben', '', SECRET),
    button: JOIN_BUTTON,
  },
]

/** How a world is started, where its sender comes in, and how somebody who was measured leaves without a trace. */
export interface WorldPlan {
  start(): Promise<World>
  readonly senderPath: string
  leave(page: Page): Promise<void>
  /** Resolves when the sender is alone again. */
  alone(sender: Page): Promise<void>
}

const ESSAIM: WorldPlan = {
  start: startEssaim,
  senderPath: essaimPath('Ada', '&join'),
  leave: async (page) => {
    await page.locator('[data-action="leave"]:visible').first().click()
    await page.locator('[data-view="after"]').waitFor()
  },
  alone: async (sender) => {
    await sender.locator('article[data-peer]:not([data-self])').first().waitFor({ state: 'detached' })
  },
}

export const WORLDS: Readonly<Record<WorldName, WorldPlan>> = {
  essaim: ESSAIM,
  encrypted: { ...ESSAIM, senderPath: essaimPath('Ada', '&join', SECRET) },
  floor: {
    start: startFloor,
    senderPath: '/',
    leave: (page) => page.close(),
    alone: async (sender) => {
      await sender.locator('video').first().waitFor({ state: 'detached' })
    },
  },
}
