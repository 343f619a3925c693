import { goesBy, haveSameWords } from './shield.ts'
import type { Somebody } from './somebody.ts'

/** Nine browsers keep two cores busy: how long a voice, or a picture, may take to come. */
export const MANY_MS = 120_000

/** All of these, and nobody else, hear each other, and see those who have a camera, by the keys of one group. */
export async function areOneGroup(people: readonly Somebody[], seen: readonly string[]): Promise<void> {
  const namesBeside = (person: Somebody) => people.filter((other) => other !== person).map(({ name }) => name)
  for (const person of people) await person.sees(...namesBeside(person).toSorted())
  for (const person of people) await goesBy('encrypted', person)
  await haveSameWords(people)
  for (const person of people) {
    const others = namesBeside(person)
    await Promise.all([
      ...others.map((name) => person.hears(name, MANY_MS)),
      ...others.filter((name) => seen.includes(name)).map((name) => person.watches(name, MANY_MS)),
    ])
  }
}
