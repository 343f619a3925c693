import { PAGE_EDGE, versionBefore } from '../../../protocol/version.ts'

/** What is spoken on a socket: the newest version of page-edge, or a former one with an edge of then (V1). */
export interface SpokenVersion {
  readonly protocol: number
  /** A request of the newest version, as it is said in this one. */
  readonly said: (request: unknown) => unknown
  /** What the edge says in this version, as it is in the newest one; the schemas of that one are still to read it. */
  readonly heard: (frame: unknown) => unknown
  /** With what the edge closes a socket, as the newest version has it. */
  readonly heardCloseReason: (reason: string) => string
}

const NEWEST: SpokenVersion = {
  protocol: PAGE_EDGE.newest,
  said: (request) => request,
  heard: (frame) => frame,
  heardCloseReason: (reason) => reason,
}

/** The words of a former version. They are loaded when an edge asks for them, as hardly any does. */
export async function loadFormerVersion(protocol: number): Promise<SpokenVersion> {
  const { FORMER_PAGE_EDGE } = await import('../../../protocol/versions/page-edge.ts')
  return {
    protocol,
    said: (request) => FORMER_PAGE_EDGE.toFormer(protocol, 'request', request),
    heard: (frame) => FORMER_PAGE_EDGE.toNewest(protocol, 'frame', frame),
    heardCloseReason: (reason) => String(FORMER_PAGE_EDGE.toNewest(protocol, 'closeReason', reason)),
  }
}

/** Which version a connection speaks: the newest, until an edge does not understand it. */
export class VersionChoice {
  readonly #load: (protocol: number) => Promise<SpokenVersion>
  #current = NEWEST

  constructor(load = loadFormerVersion) {
    this.#load = load
  }

  /** What the next socket speaks. */
  get current(): SpokenVersion {
    return this.#current
  }

  /** Whether a version before that one is spoken, too. */
  hasBefore({ protocol }: SpokenVersion): boolean {
    return versionBefore(PAGE_EDGE, protocol) !== null
  }

  /** The edge was not updated yet, and refused that version: the one before is spoken from then on. Rejects where it cannot be loaded. */
  async goBackFrom({ protocol }: SpokenVersion): Promise<void> {
    const before = versionBefore(PAGE_EDGE, protocol)
    if (before !== null) this.#current = await this.#load(before)
  }
}
