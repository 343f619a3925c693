import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { fragmentOf } from '../../../web/core/encryption/room-secret.ts'
import { sayMeasured } from './measured-nodes.ts'
import { type JoinWishes, Person } from './person.ts'

/** What tests of several nodes have in common. */

const NODES = ['local', 'second', 'third'] as const

/** Somebody joins who is near to one node and far from the others, so that it carries them. */
export async function joinNear(
  browser: Browser,
  url: string,
  room: string,
  name: string,
  nearTo: (typeof NODES)[number],
  wishes: JoinWishes = {},
): Promise<Person> {
  const person = await Person.arrive(browser, name, wishes)
  const { mic = true, cam = true, secret = null } = wishes
  const measured = NODES.map((node) => ({ node, roundTripMs: node === nearTo ? 5 : 90 }))
  await person.page.addInitScript(sayMeasured, measured)
  const query = new URLSearchParams({ name, join: '', mic: mic ? '1' : '0', cam: cam ? '1' : '0' })
  await person.visit(`${url}/${room}?${query}${fragmentOf(secret)}`)
  await person.inRoom()
  return person
}

export async function everybodyHears(people: readonly Person[]): Promise<void> {
  await Promise.all(
    people.flatMap((one) => people.filter((other) => other !== one).map((other) => one.hears(other.name))),
  )
}

/** The addresses of the nodes that carry somebody. */
export const carriedFrom = (person: Person): Promise<string[]> =>
  person.page.evaluate(() => window.received.remoteAddresses())

/** Waits until the node at that address carries somebody, and none besides: a page hears last that the former one is over. */
export const isCarriedFrom = (person: Person, address: string): Promise<void> =>
  expect.poll(() => carriedFrom(person), { timeout: 30_000 }).toEqual([address])
