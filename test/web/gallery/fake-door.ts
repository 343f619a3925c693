import type { Signal } from '@preact/signals'
import * as v from 'valibot'
import { tidyDisplayName } from '../../../protocol/display-name.ts'
import { Knock } from '../../../protocol/door.ts'
import type { DoorControl } from '../../../web/core/session/door.ts'
import type { RoomView } from '../../../web/core/session/room-session.ts'
import { NAMES } from './names.ts'

const NOON = Date.UTC(2026, 5, 1, 12)

/** So many people who wait in the lobby. */
export const fakeKnocks = (count: number): Knock[] =>
  Array.from({ length: count }, (_, index) =>
    v.parse(Knock, {
      id: `knock-${String(index).padStart(4, '0')}`,
      name: tidyDisplayName(NAMES[(index + 1) % NAMES.length] ?? ''),
      at: NOON + index * 60_000,
    }),
  )

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
