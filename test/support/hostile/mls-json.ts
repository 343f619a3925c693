import { fromBase64url, toBase64url } from '../../../protocol/base64url.ts'

/**
 * What ts-mls makes of bytes, as JSON, in which anything can be put in the place of anything, and back: bytes are objects of one
 * text in base64url, numbers of 64 bits objects of one text in digits, and blanks of a tree are null.
 */

export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) => {
    if (each instanceof Uint8Array) return { bytes: toBase64url(each) }
    if (typeof each === 'bigint') return { digits: `${each}` }
    return each === undefined ? null : each
  })

/** Throws where what is there for bytes or for digits is not such, or pretends to be long. */
export function fromJson(value: unknown): unknown {
  if (value === null) return undefined
  if (Array.isArray(value)) return value.map(fromJson)
  if (typeof value !== 'object') return value
  if ('bytes' in value) return fromBase64url(`${value.bytes}`)
  if ('digits' in value) return BigInt(`${value.digits}`)
  // ts-mls would make room for that, and write nothing there: nobody can send it.
  if ('length' in value) throw new TypeError('a length without bytes')
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fromJson(each)]))
}
