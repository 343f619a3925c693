import type { IceServer } from '../../../../protocol/transport.ts'

/** Whether media could go through a server among these, so that the node never sees our address (RFC 8656). */
export const offersRelay = (servers: readonly IceServer[]): boolean =>
  servers.some(({ urls }) => urls.some((url) => /^turns?:/.test(url)))
