/**
 * The versions of the two protocols. Each counts by itself, and only what a peer of the last version would not understand makes a
 * new one: `test/protocol/wire-hash.test.ts` pins a hash of its schemas to each. The one before the newest is spoken as well (V1).
 */
export interface SpokenVersions {
  readonly newest: number
  readonly oldest: number
}

export const PAGE_EDGE: SpokenVersions = { newest: 25, oldest: 24 }
export const NODE_EDGE: SpokenVersions = { newest: 25, oldest: 24 }

/** Whether that version is one that we speak. */
export const isSpoken = ({ newest, oldest }: SpokenVersions, version: number): boolean =>
  Number.isInteger(version) && version >= oldest && version <= newest

/** For whoever reads why a peer was refused. */
export const spokenInWords = ({ newest, oldest }: SpokenVersions): string =>
  newest === oldest
    ? `this edge speaks version ${newest}`
    : `this edge speaks versions ${oldest} to ${newest}`
