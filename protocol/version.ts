/**
 * The versions of the two protocols. Each counts by itself, and only what a peer of the last version would not understand makes a
 * new one: `test/protocol/wire-hash.test.ts` pins a hash of its schemas to each. The one before the newest is spoken as well (V1):
 * `versions/page-edge.ts` and `versions/node-edge.ts` say how.
 */
export interface SpokenVersions {
  readonly newest: number
  readonly oldest: number
}

export const PAGE_EDGE: SpokenVersions = { newest: 26, oldest: 24 }
export const NODE_EDGE: SpokenVersions = { newest: 25, oldest: 24 }

/** Whether that version is one that we speak. */
export const isSpoken = ({ newest, oldest }: SpokenVersions, version: number): boolean =>
  Number.isInteger(version) && version >= oldest && version <= newest

/** What is said to a peer that does not speak that version: the one before; null where we speak none before. */
export const versionBefore = ({ oldest }: SpokenVersions, version: number): number | null =>
  version > oldest ? version - 1 : null

/** A version that is not spoken: an earlier or a later one; null where it could not be read. */
export type UnspokenVersion = number | null

/** Why a node of that version is refused, for whoever looks after it. */
export function unspokenInWords(spoken: SpokenVersions, version: UnspokenVersion): string {
  const ours = spokenInWords(spoken)
  if (version === null) return `the version that this node speaks cannot be read, and ${ours}`
  return version > spoken.newest
    ? `this node is newer than the edge: it speaks version ${version}, and ${ours}`
    : `this node has to be updated: it speaks version ${version}, and ${ours}`
}

/** For whoever reads why a peer was refused. */
export const spokenInWords = ({ newest, oldest }: SpokenVersions): string =>
  newest === oldest
    ? `this edge speaks version ${newest}`
    : `this edge speaks versions ${oldest} to ${newest}`
