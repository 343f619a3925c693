import { describe, expect, test } from 'vitest'
import { newcomersBefore, placeInLine } from '../../../../web/core/encryption/group/keeper/turns.ts'
import { newStay } from '../../../../web/core/encryption/stay.ts'

const [ada = newStay(), ben = ada, cy = ada, dan = ada] = Array.from({ length: 4 }, newStay).toSorted()

describe('K36 whose turn it is', () => {
  test('newcomers come in in the order of their stays, whoever was told of them first', () => {
    const awaited = new Set([cy, ada, dan, ben])
    const before = [ada, ben, cy, dan].map((stay) => newcomersBefore(awaited, () => false, stay))
    expect(before).toEqual([[], [ada], [ada, ben], [ada, ben, cy]])
  })

  test('whoever is in the group, or did not come, is waited for by nobody', () => {
    const isOut = (stay: string): boolean => stay === ada || stay === cy
    expect(newcomersBefore(new Set([ada, ben, cy, dan]), isOut, dan)).toEqual([ben])
    expect(newcomersBefore(new Set([ada, cy, dan]), isOut, dan)).toEqual([])
  })
})

describe('K32 whose turn it is', () => {
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
