import { expect, test } from 'vitest'
import { readNinjaProgress } from '../../scripts/setup/mediasoup/worker-ninja.mjs'

test('a line of ninja tells how far it is', () => {
  expect(readNinjaProgress('[64/259] g++ -c a.cpp')).toEqual({ finished: 64, total: 259, percent: 24 })
})

test('a line of a compiler does not', () => {
  expect(readNinjaProgress('a.cpp:1:2: error: [64/259]')).toBeUndefined()
})
