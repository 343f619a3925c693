import type { CallEncryption } from '../../media/encryption/call-encryption.ts'
import type { KeysInUse } from '../../room-state/room-state.ts'
import type { ContentKeys } from '../content-keys.ts'
import type { LeafKeys } from '../leaf-keys.ts'
import type { Ask } from '../opened.ts'
import type { RoomSecret } from '../room-secret.ts'
import type { Stay } from '../stay.ts'

/** Who is told by which keys one goes, and asked for what the edge has. */
export interface GroupListener {
  readonly ask: Ask
  /** By which keys one goes from now on. */
  keysChanged(keys: KeysInUse): void
  /** What came was not what people of the room do. */
  tampered(): void
  /** Our own connection may be dead without our knowing: it is to be looked after. */
  checkConnection(): void
  /** The room's link has that secret from now on, as somebody wished. */
  linkChanged(secret: RoomSecret, by: Stay): void
  /** The link was changed, and not by a way that we could follow: we cannot stay. */
  failed(cause: Error): void
}

export interface RoomGroupHost extends GroupListener {
  readonly media: Pick<CallEncryption, 'enterEpoch' | 'useKeys' | 'changeLink'>
  readonly contentKeys: Pick<ContentKeys, 'take'>
  readonly leafKeys: Pick<LeafKeys, 'take' | 'leaveGroup'>
}
