/** Where the benchmark's nodes and people come from: each from an address of its own (RFC 2544's range). */
let last = 0

/** The header that a web server before the edge would set; the edge counts by it who dials how often. */
export function fromOwnAddress(): { readonly 'CF-Connecting-IP': string } {
  last += 1
  return { 'CF-Connecting-IP': `198.${18 + ((last >> 16) & 1)}.${(last >> 8) & 255}.${last & 255}` }
}
