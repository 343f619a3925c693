/** An address of the edge: `path` (such as `/api/nodes`), for HTTP or a WebSocket as `scheme` says; a path before it is kept. */
export function edgeUrl(edge: URL, scheme: 'http' | 'ws', path: string): URL {
  const url = new URL(edge)
  url.protocol = edge.protocol.replace(/^(http|ws)/, scheme)
  url.pathname = `${edge.pathname.replace(/\/+$/, '')}${path}`
  url.search = ''
  url.hash = ''
  return url
}
