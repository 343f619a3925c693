import type { Signal } from '@preact/signals'
import type { DoorControl } from '../../../web/session/door.ts'
import type { RoomView } from '../../../web/session/room-session.ts'

/** A door that obeys at once. */
export function fakeDoor(view: Signal<RoomView>): DoorControl {
  const change = (part: Partial<RoomView>): void => {
    view.value = { ...view.value, ...part }
  }
  const withoutKnock = (id: string | null) =>
    id === null ? [] : view.peek().waiting.filter((knock) => knock.id !== id)
  return {
    async setLocked(locked) {
      change({ locked })
    },
    async setLobby(lobby) {
      change({ lobby })
    },
    async setPassword(password) {
      change({ password: password !== null })
    },
    async letIn(knock) {
      change({ waiting: withoutKnock(knock) })
    },
    async turnAway(knock) {
      change({ waiting: withoutKnock(knock) })
    },
  }
}
