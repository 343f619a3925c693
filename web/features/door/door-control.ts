import type { PeerId } from '../../../protocol/ids.ts'
import { perSession } from '../../core/session/per-session.ts'

/** How moderators open and close the room; the edge decides (A1), and each of these rejects with a ProtocolError where it refuses. */
export interface DoorControl {
  /** Lets nobody else in, or opens the door again. */
  setLocked(locked: boolean): Promise<void>
  /** Has whoever comes wait until a moderator lets them in (D5). */
  setLobby(lobby: boolean): Promise<void>
  /** Asks for a password from now on, or for none (D3). */
  setPassword(password: string | null): Promise<void>
  /** Lets in one who waits, or all of them (D6). */
  admit(knock: PeerId | null): Promise<void>
  /** Does not let in somebody who waits (D6). */
  deny(knock: PeerId): Promise<void>
}

export const doorOf = perSession(
  ({ joinPassword, ask }): DoorControl => ({
    setLocked: async (locked) => void (await ask('set-locked', { locked })),
    setLobby: async (lobby) => void (await ask('set-lobby', { lobby })),
    setPassword: async (password) => {
      const proof = password === null ? null : await joinPassword.change(password)
      await ask('set-password', { password: proof })
      // Whoever sets it need not type it to come back.
      await joinPassword.keep()
    },
    admit: async (knock) => void (await ask('admit', { knock })),
    deny: async (knock) => void (await ask('deny', { knock })),
  }),
)
