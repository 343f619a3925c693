/** A worker that encrypts and decrypts media, and knows no keys yet. */
export interface BegunMediaWorker {
  readonly worker: Worker
  /** Resolves where it did not come, or ended: never, if all goes well. */
  readonly failed: Promise<Error>
}

/** That of the link by which the page was loaded, begun before anybody could join. */
let ahead: BegunMediaWorker | null = null

function begin(): BegunMediaWorker {
  const worker = new Worker(new URL('./worker/media-worker.ts', import.meta.url), { type: 'module' })
  const failed = new Promise<Error>((resolve) => {
    worker.addEventListener('error', ({ message }) => resolve(new Error(`the media worker: ${message}`)))
  })
  return { worker, failed }
}

/** Begins the worker of whoever joins first: it takes about as long to come as all that a join waits for. */
export function beginMediaWorkerAhead(): void {
  ahead ??= begin()
}

/** A worker of one's own, perhaps begun already. */
export function takeMediaWorker(): BegunMediaWorker {
  const taken = ahead ?? begin()
  ahead = null
  return taken
}
