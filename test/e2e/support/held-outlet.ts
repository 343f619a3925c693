/** What a test does to all that a page sends over its sockets. */
interface Outlet {
  /** From now on nothing leaves the page. */
  hold(): void
  /** What was held leaves, in its order, and so does what follows. */
  release(): void
}

declare global {
  interface Window {
    outlet: Outlet
  }
}

/** Runs in the page before anything of ours: a way to the edge on which messages can be kept for a while. */
export function holdWhatIsSent(): void {
  let held: (() => void)[] | null = null
  const { send } = WebSocket.prototype
  WebSocket.prototype.send = function (data) {
    if (held) held.push(() => send.call(this, data))
    else send.call(this, data)
  }
  window.outlet = {
    hold: () => {
      held = []
    },
    release: () => {
      const kept = held ?? []
      held = null
      for (const leave of kept) leave()
    },
  }
}
