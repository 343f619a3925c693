import { PAGE_EDGE } from '../../../protocol/version.ts'

/** What is spoken on a socket: the newest version of page-edge, or the one before it with an edge of then (V1). */
export interface SpokenVersion {
  readonly protocol: number
  /** A request of the newest version, as it is said in this one. */
  readonly said: (request: unknown) => unknown
  /** What the edge says in this version, as it is in the newest one; the schemas of that one are still to read it. */
  readonly heard: (frame: unknown) => unknown
  /** The newest name of the error that the edge closes a socket with. */
  readonly heardCode: (code: string) => string
}

export const NEWEST: SpokenVersion = {
  protocol: PAGE_EDGE.newest,
  said: (request) => request,
  heard: (frame) => frame,
  heardCode: (code) => code,
}

/** The version before. It is loaded when an edge asks for it, as hardly any does. */
export const loadVersionBefore = async (): Promise<SpokenVersion> =>
  (await import('./version-24.ts')).VERSION_24
