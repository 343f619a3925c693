import type { PeerId } from '../../protocol/ids.ts'
import type { IceServer } from '../../protocol/media/transport.ts'

/** What one person's browser may reach a node through. */
export interface IceGrant {
  readonly servers: readonly IceServer[]
  /** Until when the servers take it (ms since the epoch); null for ever. */
  readonly until: number | null
  /** The user names that `revoke` takes back; none where the provider cannot. */
  readonly usernames: readonly string[]
}

/** Where an edge's TURN servers (RFC 8656) come from. */
export interface TurnProvider {
  readonly name: 'none' | 'list' | 'coturn' | 'cloudflare'
  /**
   * Credentials for one person.
   *
   * @param now - Milliseconds since the epoch.
   * @throws TurnFailure where the provider gives none.
   */
  grant(person: PeerId, now: number): Promise<IceGrant>
  /** Takes one back before its time. Throws TurnFailure where that failed. */
  revoke(username: string): Promise<void>
}

/** Why a provider gave no credentials, as the operator reads it in the log. */
export type TurnFailureReason =
  | 'timeout'
  | 'unreachable'
  | 'unauthorised'
  | 'rate-limited'
  | 'refused'
  | 'bad-answer'

export class TurnFailure extends Error {
  readonly reason: TurnFailureReason
  /** The HTTP status of the answer; null where there was none. */
  readonly status: number | null

  constructor(reason: TurnFailureReason, status: number | null, options?: ErrorOptions) {
    super(`TURN: ${reason}`, options)
    this.name = 'TurnFailure'
    this.reason = reason
    this.status = status
  }
}
