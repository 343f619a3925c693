import type { PeerId } from '../../../protocol/ids.ts'
import type { MediaSource } from '../../../protocol/media/session.ts'
import type { Permissions } from '../../../protocol/page-edge/permissions.ts'
import type { Role } from '../../../protocol/page-edge/roster.ts'
import { perSession } from '../../core/session/per-session.ts'

/** What a moderator may do; the edge decides (A1), and each of these rejects with a ProtocolError where it refuses. */
export interface Moderation {
  /** Allows participants something, or forbids it (A4). */
  setPermission(permission: keyof Permissions, allowed: boolean): Promise<void>
  /** Gives the role, or takes it back (A2). */
  setRole(peer: PeerId, role: Role): Promise<void>
  /** Mutes or ends one kind of media: of one person, or of everybody else where `peer` is null (A5). */
  stopSource(peer: PeerId | null, source: MediaSource): Promise<void>
  /** Asks somebody to turn their microphone on; only they can (A5). */
  askUnmute(peer: PeerId): Promise<void>
  /** Puts somebody out for as long as the room lives (A6). */
  remove(peer: PeerId): Promise<void>
}

export const moderationOf = perSession(
  ({ ask }): Moderation => ({
    setPermission: async (permission, allowed) => void (await ask('set-permission', { permission, allowed })),
    setRole: async (peer, role) => void (await ask('set-role', { peer, role })),
    stopSource: async (peer, source) => void (await ask('stop-source', { peer, source })),
    askUnmute: async (peer) => void (await ask('ask-unmute', { peer })),
    remove: async (peer) => void (await ask('remove-peer', { peer })),
  }),
)
