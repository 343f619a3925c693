import type { Signal } from '@preact/signals'
import * as v from 'valibot'
import type { PeerId } from '../../../protocol/ids.ts'
import { tidyDisplayName } from '../../../protocol/names/display-name.ts'
import type { PageParams, PageRequestName } from '../../../protocol/page-edge/requests.ts'
import type { Ask } from '../../../web/core/encryption/opened.ts'
import type { RoomView } from '../../../web/core/session/room-session.ts'
import { OpenedKnock } from '../opened.ts'
import { NAMES } from './names.ts'

const NOON = Date.UTC(2026, 5, 1, 12)

/** So many people who wait in the lobby. */
export const fakeKnocks = (count: number): OpenedKnock[] =>
  Array.from({ length: count }, (_, index) =>
    v.parse(OpenedKnock, {
      id: `knock-${String(index).padStart(4, '0')}`,
      name: tidyDisplayName(NAMES[(index + 1) % NAMES.length] ?? ''),
      at: NOON + index * 60_000,
    }),
  )

/** An edge that does at once what moderators ask of a room, and of everything else says that it is done. */
export function fakeEdge(view: Signal<RoomView>): Ask {
  const change = (part: Partial<RoomView>): void => {
    view.value = { ...view.peek(), ...part }
  }
  const withoutKnock = (id: PeerId | null): readonly OpenedKnock[] =>
    id === null ? [] : view.peek().knocks.filter((knock) => knock.id !== id)
  const obey: { [Name in PageRequestName]?: (params: PageParams<Name>) => void } = {
    'set-locked': ({ locked }) => change({ locked }),
    'set-lobby': ({ lobby }) => change({ lobby }),
    'set-password': ({ password }) => change({ password: password !== null }),
    'set-constant-rate': ({ constantRate }) => change({ constantRate }),
    'set-spoken-words': ({ words }) => change({ spokenWords: words && 7 }),
    admit: ({ knock }) => change({ knocks: withoutKnock(knock) }),
    deny: ({ knock }) => change({ knocks: withoutKnock(knock) }),
    'set-permission': ({ permission, allowed }) =>
      change({ permissions: { ...view.peek().permissions, [permission]: allowed } }),
  }
  const ask = async <Name extends PageRequestName>(
    name: Name,
    params: PageParams<Name>,
  ): Promise<unknown> => {
    obey[name]?.(params)
    return name === 'set-spoken-words' ? { number: view.peek().spokenWords } : {}
  }
  return ask as Ask
}
