import { fragmentOf, newRoomSecret } from '../../../web/core/encryption/room-secret.ts'

/** The wish of all who go into a room that a test has encrypted; rooms have names of their own. */
export const ENCRYPTED = { secret: newRoomSecret() } as const

/** What is behind the address of such a room. */
export const FRAGMENT = fragmentOf(ENCRYPTED.secret)
