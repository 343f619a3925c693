import { describe, expect, test } from 'vitest'
import { placeInLine, roundsBefore } from '../../../../web/core/encryption/group/keeper/turns.ts'
import { newStay } from '../../../../web/core/encryption/stay.ts'

const [ada = newStay(), ...others] = Array.from({ length: 10 }, newStay).toSorted()
const [ben = ada, cy = ada] = others

describe('K36 whose turn it is', () => {
  test('four newcomers at a time try to come in, in the order of their stays', () => {
    const present = new Set([ada, ...others])
    const rounds = [ada, ...others].map((stay) => roundsBefore(new Set(), present, stay))
    expect(rounds).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2])
  })

  test('whoever is in the group is waited for by nobody', () => {
    const last = others.at(-1) ?? ada
    expect(roundsBefore(new Set([ada, ben]), new Set([ada, ...others]), last)).toBe(1)
  })

  test('who has gone is removed by the first leaf of those who are here', () => {
    const members = new Map([
      [0, ada],
      [1, ben],
      [2, cy],
    ])
    const everybody = new Set([ada, ben, cy])
    expect([0, 1, 2].map((leaf) => placeInLine(members, everybody, leaf))).toEqual([0, 1, 2])
    expect(placeInLine(members, new Set([ben, cy]), 1)).toBe(0)
  })
})
