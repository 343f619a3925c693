/** Run in a page before its own scripts: its media worker is told of other keys than everybody's. */
export function withWrongKeys(): void {
  Worker.prototype.postMessage = new Proxy(Worker.prototype.postMessage, {
    apply(tell, worker, args) {
      const [message] = args
      if (message?.is === 'begin') message.material.base[0] ^= 1
      return Reflect.apply(tell, worker, args)
    },
  })
}

/** Run in a page before its own scripts: its media worker is never told who is who, and so has nobody's keys. */
export function withoutKeys(): void {
  Worker.prototype.postMessage = new Proxy(Worker.prototype.postMessage, {
    apply(tell, worker, args) {
      const [message] = args
      return message?.is === 'introduce' ? undefined : Reflect.apply(tell, worker, args)
    },
  })
}
