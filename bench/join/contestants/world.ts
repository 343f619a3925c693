/** Everything that a contestant needs besides a browser: a page to load from `port` of 127.0.0.1, and a room behind it. */
export interface World {
  readonly port: number
  close(): Promise<void>
}
