import type { Person } from '../../session/room-session.ts'

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
