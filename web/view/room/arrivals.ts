import type { Person } from '../../session/room-session.ts'

/** Whose hands went up between two lists of the same room, oneself aside. */
export function handsRaised(before: readonly Person[], after: readonly Person[]): readonly string[] {
  const up = new Set(before.flatMap((person) => (person.hand === null ? [] : [person.id])))
  return after
    .filter((person) => !person.self && person.hand !== null && !up.has(person.id))
    .map((person) => person.name)
}

/** Who came and who went between two lists of the same room, oneself aside. */
export interface Arrivals {
  readonly arrived: readonly string[]
  readonly gone: readonly string[]
}

export function arrivals(before: readonly Person[], after: readonly Person[]): Arrivals {
  const namesMissingFrom = (people: readonly Person[], others: readonly Person[]): string[] => {
    const there = new Set(others.map((person) => person.id))
    return people.filter((person) => !person.self && !there.has(person.id)).map((person) => person.name)
  }
  return { arrived: namesMissingFrom(after, before), gone: namesMissingFrom(before, after) }
}
