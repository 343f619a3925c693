/** What a socket has received, to be waited for: no test sleeps. */
export class Inbox<Frame> {
  readonly #frames: Frame[] = []
  readonly #waiting = new Set<() => void>()

  constructor(socket: WebSocket, read: (text: string) => Frame) {
    socket.addEventListener('message', ({ data }) => {
      if (typeof data !== 'string' || data === 'pong' || data === 'ping') return
      this.#frames.push(read(data))
      for (const look of [...this.#waiting]) look()
    })
  }

  /** Takes the first frame that fits; waits for it if need be, and for at most five seconds. */
  next(fits: (frame: Frame) => boolean): Promise<Frame> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const index = this.#frames.findIndex(fits)
        const [frame] = index < 0 ? [] : this.#frames.splice(index, 1)
        if (frame === undefined) return
        this.#waiting.delete(look)
        clearTimeout(timer)
        resolve(frame)
      }
      const timer = setTimeout(() => {
        this.#waiting.delete(look)
        reject(new Error(`nothing fits among ${JSON.stringify(this.#frames).slice(0, 500)}`))
      }, 5_000)
      this.#waiting.add(look)
      look()
    })
  }

  /** What was received and not taken. */
  get rest(): readonly Frame[] {
    return this.#frames
  }
}
