import { readFile } from 'node:fs/promises'
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { normaliseRoomName } from '../../../../protocol/names/room-name.ts'
import type { AppView } from '../../../../web/app/app-view.ts'
import { newRoomSecret } from '../../../../web/core/encryption/room-secret.ts'
import { EmbedRequest } from '../../../../web/features/embed/embed-messages.ts'
import { type EmbedWindow, serveEmbedder } from '../../../../web/features/embed/embedding.ts'

const room = normaliseRoomName('thursday')
const SECRET = newRoomSecret()
const PARENT = 'https://parent.example'

/** A page in front of a room, within another. */
function embedded() {
  const told: { message: unknown; origin: unknown }[] = []
  const joined: string[] = []
  const listeners: ((event: MessageEvent) => void)[] = []
  const parent = {
    postMessage: (message: unknown, origin: unknown) => void told.push({ message, origin }),
  }
  const here: EmbedWindow = {
    parent,
    addEventListener: (_type, listener) => void listeners.push(listener),
  }
  const place = signal<AppView>({ at: 'before', room, secret: SECRET, localMedia: null })
  serveEmbedder({ place, joinEmbedded: (name) => void joined.push(name) }, here)
  const post = (
    data: unknown,
    { origin = PARENT, source = parent }: { origin?: string; source?: object } = {},
  ) => {
    const event = { data, origin, source }
    for (const listener of listeners) listener(event as unknown as MessageEvent)
  }
  return { told, joined, post, place }
}

test('nothing is told before the parent spoke, and then to its origin alone', () => {
  const { told, post, place } = embedded()
  place.value = { at: 'opening', room, secret: SECRET }
  expect(told).toEqual([])
  post({ essaim: 1, do: 'connect' })
  place.value = { at: 'after', room, secret: SECRET, name: 'Ada', ending: 'removed' }
  expect(told).toEqual([
    { message: { essaim: 1, event: 'connected', room }, origin: PARENT },
    { message: { essaim: 1, event: 'left', room, why: 'removed' }, origin: PARENT },
  ])
})

test('only the parent is obeyed, under the origin it first spoke from', () => {
  const { joined, post } = embedded()
  post({ essaim: 1, do: 'join', name: 'Eve' })
  post({ essaim: 1, do: 'connect' }, { source: {} })
  post({ essaim: 1, do: 'connect' }, { origin: 'null' })
  post({ essaim: 1, do: 'join', name: 'Eve' })
  post({ essaim: 1, do: 'connect' })
  post({ essaim: 1, do: 'join', name: 'Eve' }, { origin: 'https://evil.example' })
  post({ essaim: 1, do: 'join', name: 'Eve' }, { source: {} })
  expect(joined).toEqual([])
  post({ essaim: 1, do: 'join', name: ' Ada\u202E ' })
  post({ essaim: 1, do: 'join' })
  expect(joined).toEqual(['Ada', ''])
})

test.each([
  ['nothing', undefined],
  ['a text', 'connect'],
  ['no mark of ours', { do: 'connect' }],
  ['an unknown wish', { essaim: 1, do: 'unmute', device: 'microphone' }],
  ['an unknown device', { essaim: 1, do: 'mute', device: 'loudspeaker' }],
  ['a name that is none', { essaim: 1, do: 'join', name: 7 }],
])('%s is passed over', (_what, data) => {
  const { joined, told, post } = embedded()
  post(data)
  post({ essaim: 1, do: 'connect' })
  post(data)
  expect(joined).toEqual([])
  expect(told).toHaveLength(1)
})

test('docs/links-and-embedding.md says all that may be asked for, and nothing else', async () => {
  const docs = await readFile(new URL('../../../../docs/links-and-embedding.md', import.meta.url), 'utf8')
  const [, table = ''] = docs.split('| to the room (`do`)')
  const told = [...(table.split('\n\n')[0] ?? '').matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)
  expect(told).toEqual(EmbedRequest.options.map((option) => option.entries.do.literal))
})
