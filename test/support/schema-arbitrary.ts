import fc from 'fast-check'
import * as v from 'valibot'

/** A schema as valibot has it at run time, as far as values are drawn of it. */
interface Part {
  readonly type: string
  readonly entries?: Readonly<Record<string, Part>>
  readonly options?: readonly unknown[]
  readonly literal?: unknown
  readonly item?: Part
  readonly items?: readonly Part[]
  readonly wrapped?: Part
  readonly pipe?: readonly unknown[]
}

/** One of these fits whatever text a schema of the protocol asks for. */
const TEXTS = [
  ...[4, 8, 22, 36, 43, 59, 64, 86].map((length) => 'a'.repeat(length)),
  ...[20, 28, 32, 48, 64].map((octets) => Array.from({ length: octets }, () => 'AB').join(':')),
  `0.${'a'.repeat(123)}`,
  ...['203.0.113.7', 'audio/opus', 'L1T1', '2026-11-30', 'https://example.org/', 'stream track'],
]
const NUMBERS = [1, 2, 0, 7, 40_000]

/** Values that fit the schema. */
export const arbitraryOf = <Schema extends v.GenericSchema>(
  schema: Schema,
): fc.Arbitrary<v.InferOutput<Schema>> => of(schema as unknown as Part).map((value) => v.parse(schema, value))

const isOptional = ({ type }: Part): boolean => /optional/.test(type)

/** What its checks let through: parts that depend on each other, as both ends of a range, fit after some tries. */
function of(part: Part): fc.Arbitrary<unknown> {
  const drawn = unchecked(part)
  return part.pipe ? drawn.filter((value) => v.is(part as unknown as v.GenericSchema, value)) : drawn
}

const oneOf = (values: readonly unknown[]): fc.Arbitrary<unknown> => fc.constantFrom(...values)

function unchecked(part: Part): fc.Arbitrary<unknown> {
  const fits = (value: unknown): boolean => v.is(part as unknown as v.GenericSchema, value)
  const { entries = {}, options = [], items = [], item, wrapped } = part
  switch (part.type) {
    case 'object':
    case 'loose_object': {
      const fields = Object.entries(entries)
      return fc.record(Object.fromEntries(fields.map(([field, each]) => [field, of(each)])), {
        requiredKeys: fields.flatMap(([field, each]) => (isOptional(each) ? [] : [field])),
      })
    }
    case 'variant':
    case 'union':
      return fc.oneof(...(options as readonly Part[]).map(of))
    case 'picklist':
      return oneOf(options)
    case 'literal':
      return fc.constant(part.literal)
    case 'boolean':
      return fc.boolean()
    case 'nullable':
      return wrapped ? fc.option(of(wrapped), { nil: null, freq: 3 }) : fc.constant(null)
    case 'exact_optional':
    case 'optional':
      return wrapped ? of(wrapped) : fc.constant(undefined)
    case 'array':
      return item ? fc.oneof(fc.array(of(item), { maxLength: 3 }), fc.tuple(of(item))) : fc.constant([])
    case 'tuple':
      return fc.tuple(...items.map(of))
    case 'string':
      return oneOf(TEXTS.filter(fits))
    case 'number':
      return oneOf(NUMBERS.filter(fits))
    case 'record':
      return fc.constant({})
    case 'undefined':
      return fc.constant(undefined)
    default:
      throw new Error(`nothing to draw of ${part.type}`)
  }
}
