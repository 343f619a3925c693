import { fragmentOf, newRoomSecret } from '../../web/core/encryption/room-secret.ts'

/** A room that is measured: as anybody's, or encrypted. */
export interface MeasuredRoom {
  readonly name: 'plain' | 'encrypted'
  /** What stands behind `#` in its link. */
  readonly fragment: string
}

/** The reference comes first. */
export const ROOMS: readonly MeasuredRoom[] = [
  { name: 'plain', fragment: '' },
  { name: 'encrypted', fragment: fragmentOf(newRoomSecret()) },
]
