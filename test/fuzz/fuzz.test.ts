import { getHeapStatistics } from 'node:v8'
import { describe, expect, test } from 'vitest'
import { draws } from '../support/draws.ts'
import { mutated } from '../support/hostile/mutations.ts'
import { inLongRun } from '../support/long-run.ts'
import { COMMAND_PARSERS } from './command-parsers.ts'
import { EDGE_PARSERS } from './edge-parsers.ts'
import { ENCRYPTION_PARSERS } from './encryption-parsers.ts'
import { ENVELOPE_PARSERS } from './envelope-parsers.ts'
import { GROUP_PARSERS } from './group-parsers.ts'
import { PAGE_PARSERS } from './page-parsers.ts'
import type { Parser } from './parser.ts'
import { ROOM_PARSERS } from './room-parsers.ts'
import { STORED_PARSERS } from './stored-parsers.ts'
import { WIRE_PARSERS } from './wire-parsers.ts'
import { WORD_PARSERS } from './word-parsers.ts'

/**
 * All that reads what comes from outside, and what hostile senders would say to it: it takes it, or refuses it with the error that
 * it documents, within a time and a memory that do not grow beyond what the input is long. The seed stands in the test's name, and
 * is given by `ESSAIM_SEED`; `ESSAIM_SEEDS` says how many inputs each parser gets.
 */
const PARSERS: readonly Parser[] = [
  ...WIRE_PARSERS,
  ...ROOM_PARSERS,
  ...WORD_PARSERS,
  ...EDGE_PARSERS,
  ...STORED_PARSERS,
  ...PAGE_PARSERS,
  ...ENCRYPTION_PARSERS,
  ...ENVELOPE_PARSERS,
  ...GROUP_PARSERS,
  ...COMMAND_PARSERS,
]

const { ESSAIM_SEED: given = '1', ESSAIM_SEEDS: count } = process.env
const seed = Number(given)
const SHARES = PARSERS.reduce((sum, { share }) => sum + share, 0)
/** What a parser gets that costs little. */
const INPUTS = Number(count ?? inLongRun(1_000_000, 24_000) / SHARES)
const inputsOf = ({ share }: Parser): number => Math.ceil(INPUTS * share)
/** So long nothing works that is read as it comes; of the processor's time, since the machine may have much else to do. */
const PATIENCE_MS = 1_000

/** So much memory nothing takes that is read, as the longest of it is a quarter of a megabyte. */
const MOST_BYTES = 64 * 1024 * 1024

/** What is held just now, and was not given back yet. */
const heldBytes = (): number => {
  const { used_heap_size: onHeap, external_memory: beside } = getHeapStatistics()
  return onHeap + beside
}

/** What went wrong with an input, if anything did. */
async function trouble(parser: Parser, text: string): Promise<string | null> {
  const before = process.cpuUsage()
  const heldBefore = heldBytes()
  try {
    await parser.read(text)
  } catch (thrown) {
    if (!parser.refuses(thrown)) return thrown instanceof Error ? `${thrown.stack}` : String(thrown)
  }
  const { user, system } = process.cpuUsage(before)
  const took = (user + system) / 1_000
  if (took > PATIENCE_MS) return `took ${Math.round(took)} ms`
  const held = heldBytes() - heldBefore
  return held > MOST_BYTES ? `took ${Math.round(held / 1024 / 1024)} MiB` : null
}

const inWords = (text: string): string =>
  text.length <= 2_000 ? JSON.stringify(text) : `${JSON.stringify(text.slice(0, 2_000))}… (${text.length})`

/** What every object inherits: nothing that is read may add to it. */
const inherited = () => [Object.prototype, Array.prototype].map((shared) => Reflect.ownKeys(shared).length)

describe('G1 G2 whatever is said', () => {
  test.each(PARSERS.map((parser) => [parser.name, parser] as const))(
    `of %s, it is read, or refused with the error that it documents (seed ${seed})`,
    async (_name, parser) => {
      const draw = draws(seed)
      const before = inherited()
      for (const text of parser.samples) expect(await trouble(parser, text), inWords(text)).toBeNull()
      for (let i = 0; i < inputsOf(parser); i += 1) {
        const text = mutated(parser.samples, draw, parser.most)
        const found = await trouble(parser, text)
        if (found !== null) expect.unreachable(`input ${i} of seed ${seed}, ${inWords(text)}: ${found}`)
      }
      expect(inherited()).toEqual(before)
    },
    INPUTS * 20 + 30_000,
  )

  test('the samples are said as they should be: each parser takes one of its own', async () => {
    for (const parser of PARSERS) {
      const taken = await Promise.allSettled(parser.samples.map(async (text) => parser.read(text)))
      expect([parser.name, taken.some(({ status }) => status === 'fulfilled')]).toEqual([parser.name, true])
    }
  })
})
