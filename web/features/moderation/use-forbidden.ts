import type { Permissions } from '../../../protocol/page-edge/permissions.ts'
import type { RoomSession } from '../../core/session/room-session.ts'
import { useWords } from '../../ui/page-context.ts'

/** Why one may not use something for now, in words; undefined where one may. */
export function useForbidden(session: RoomSession): {
  readonly [Kind in keyof Permissions]: string | undefined
} {
  const { forbidden } = useWords().people
  const { permissions, moderates } = session.view.value
  const why = (kind: keyof Permissions): string | undefined =>
    moderates || permissions[kind] ? undefined : forbidden[kind]
  return { microphone: why('microphone'), camera: why('camera'), screen: why('screen'), chat: why('chat') }
}
