import { FormerVersions } from './former-versions.ts'
import { PAGE_EDGE_24 } from './page-edge-24.ts'
import { PAGE_EDGE_25 } from './page-edge-25.ts'

/**
 * The versions of page-edge before the newest, one a line: from `PAGE_EDGE.oldest` on. A page asks with a `request` and reads a
 * `frame`; the edge closes its socket with a `closeReason`.
 */
export const FORMER_PAGE_EDGE = new FormerVersions({
  24: PAGE_EDGE_24,
  25: PAGE_EDGE_25,
})
