import type { Person } from '../../core/session/room-session.ts'

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

/** Somebody who is called otherwise than before. */
export interface Renaming {
  readonly from: string
  readonly to: string
  readonly self: boolean
}

export function renamings(before: readonly Person[], after: readonly Person[]): readonly Renaming[] {
  const names = new Map(before.map(({ id, name }) => [id, name]))
  return after.flatMap(({ id, name, self }) => {
    const from = names.get(id)
    return from === undefined || from === name ? [] : [{ from, to: name, self }]
  })
}
