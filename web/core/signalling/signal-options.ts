import type { ProtocolError } from '../../../protocol/errors.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { PageParams, Welcome } from '../../../protocol/page-edge/requests.ts'
import type { ResumeMemory } from './resume-memory.ts'
import type { SpokenVersion } from './spoken-version.ts'
import type { Timing } from './timing.ts'

/** With what one joins, but for what the connection itself knows. */
export type JoinParams = Readonly<Omit<PageParams<'join'>, 'protocol' | 'resume' | 'ticket' | 'resumeOnly'>>

/** Whom a connection tells what becomes of it. */
export interface SignalListener {
  /** The socket fell, and a new one is being made. */
  cut(): void
  /** The socket is back, and nothing was missed but the events that follow. */
  resumed(): void
  /** A moderator decides whether we may come in; until then we are in the lobby. */
  waiting(): void
  /** The whole room, anew. */
  welcomed(welcome: Welcome): void
  /** One event; events come in order, each once, whatever happened to sockets in between. */
  happened(event: PageEvent): void
  /** The edge does not want us, or not any more. Nothing follows. */
  refused(error: ProtocolError): void
}

/** What a connection to a room is made of. */
export interface SignalOptions {
  /** The address of the room's socket. */
  readonly url: string
  /** Makes a socket to that address; a new one each time where not given. */
  readonly dial?: (url: string) => WebSocket
  /** Asked for at each join; may still be in the making while the socket opens. */
  readonly joinParams: () => Promise<JoinParams>
  readonly memory: ResumeMemory
  /** Whether only a place that we have is wanted: where it is gone, we are refused with `not-found` (R7), and forget it. */
  readonly resumeOnly?: boolean
  readonly listener: SignalListener
  /** Whether an edge that was not updated is spoken to in a former version (V1); so it is where this is not given. */
  readonly mayStepBack?: boolean
  readonly timing?: Partial<Timing>
  /** Loads a former version, which is said to an edge that does not speak a newer one (V1). */
  readonly loadFormerVersion?: (protocol: number) => Promise<SpokenVersion>
  /** Numbers from 0 to 1, for the jitter. */
  readonly random?: () => number
}
