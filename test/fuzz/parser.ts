import fc from 'fast-check'
import * as v from 'valibot'
import { ProtocolError } from '../../protocol/errors.ts'
import { PAGE_MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import { arbitraryOf } from '../support/schema-arbitrary.ts'

/** Something that reads what comes from outside. */
export interface Parser {
  readonly name: string
  /** What it takes, as text. */
  readonly samples: readonly string[]
  /** Reads it; what it throws has to be what it documents, as `refuses` knows it. */
  readonly read: (text: string) => unknown
  readonly refuses: (thrown: unknown) => boolean
  /** The longest text that reaches it, in UTF-16 code units. */
  readonly most: number
  /** How many of the inputs it gets, as a share of what one gets that costs little. */
  readonly share: number
}

type Rest = Partial<Pick<Parser, 'refuses' | 'most' | 'share'>>

/** A typed error that says what was wrong; `internal` would be ours. */
const isProtocolError = (thrown: unknown): boolean =>
  thrown instanceof ProtocolError && thrown.code !== 'internal'

/** Reads text. Throws a ProtocolError alone, unless told otherwise. */
export const ofText = (
  name: string,
  samples: readonly string[],
  read: (text: string) => unknown,
  { refuses = isProtocolError, most = PAGE_MESSAGE_MAX_BYTES, share = 1 }: Rest = {},
): Parser => ({ name, samples, read, refuses, most, share })

/** Throws nothing at all: what makes no sense is null, or whatever else stands for it. */
export const QUIET: Rest = { refuses: () => false }

/** Reads bytes: a letter stands for each of them, as in Latin-1. */
export const ofBytes = (
  name: string,
  samples: readonly Uint8Array[],
  read: (bytes: Uint8Array<ArrayBuffer>) => unknown,
  rest: Rest = QUIET,
): Parser =>
  ofText(
    name,
    samples.map((bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
    (text) => read(Uint8Array.from(text, (letter) => letter.charCodeAt(0))),
    rest,
  )

/** Reads a value that somebody else parsed as JSON. */
export const ofValue = (
  name: string,
  samples: readonly string[],
  read: (value: unknown) => unknown,
  rest: Rest = QUIET,
): Parser =>
  ofText(
    name,
    samples,
    (text) => {
      const value = jsonOf(text)
      return value === NO_JSON ? null : read(value)
    },
    rest,
  )

const NO_JSON = Symbol('no JSON')

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return NO_JSON
    throw thrown
  }
}

/** Whether a value is as the schema has it: what is stored, or comes from another tab, is read so. */
export const ofSchema = (name: string, schema: v.GenericSchema, rest?: Rest): Parser =>
  ofValue(name, samplesOf(schema), (value) => v.safeParse(schema, value), rest)

/** Samples of a schema, as JSON. */
export const samplesOf = (schema: v.GenericSchema, count = 12): readonly string[] =>
  fc.sample(arbitraryOf(schema), { numRuns: count, seed: count }).map((value) => JSON.stringify(value))
