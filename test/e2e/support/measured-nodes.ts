/** Run in a page before its own scripts: it says in its join that these nodes are so far away, whatever it measured. */
export function sayMeasured(
  measured: readonly { readonly node: string; readonly roundTripMs: number }[],
): void {
  const { send } = WebSocket.prototype
  WebSocket.prototype.send = function (data) {
    const isJoin = typeof data === 'string' && data.includes('"request":"join"')
    if (!isJoin) return send.call(this, data)
    const frame: { params: object } = JSON.parse(data)
    send.call(this, JSON.stringify({ ...frame, params: { ...frame.params, measuredNodes: measured } }))
  }
}
