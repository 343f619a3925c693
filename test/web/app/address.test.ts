import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import { readAddress, readLinkOptions, typedRoom } from '../../../web/app/address.ts'
import { newRoomSecret } from '../../../web/core/encryption/room-secret.ts'
import { roomLink, roomPath } from '../../../web/features/invite/room-link.ts'

describe('the path', () => {
  test.each([
    ['/', { at: 'home' }],
    ['', { at: 'home' }],
    ['/stats', { at: 'stats' }],
    ['/stats/', { at: 'stats' }],
    ['/swarm', { at: 'swarm' }],
    ['/check', { at: 'check' }],
    ['/privacy', { at: 'privacy' }],
    ['/Stats', { at: 'bad-name', written: 'Stats' }],
    ['/salon', { at: 'room', room: 'salon', secret: null }],
    ['/Salon%20du%20Jeudi/', { at: 'room', room: 'salon-du-jeudi', secret: null }],
    ['/caf%C3%A9', { at: 'room', room: 'café', secret: null }],
    ['/cafe%CC%81', { at: 'room', room: 'café', secret: null }],
    ['/a/b', { at: 'bad-name', written: 'a/b' }],
    ['/api', { at: 'bad-name', written: 'api' }],
    ['/%F0%28', { at: 'bad-name', written: '%F0%28' }],
    ['/-', { at: 'bad-name', written: '-' }],
  ])('%s', (path, address) => {
    expect(readAddress(path)).toEqual(address)
  })

  test('has the room’s secret behind it, whole or not at all', () => {
    const secret = newRoomSecret()
    expect(readAddress('/salon', `#k=${secret}`)).toEqual({ at: 'room', room: 'salon', secret })
    expect(readAddress('/salon', `#x&k=${secret}`)).toEqual({ at: 'room', room: 'salon', secret })
    expect(readAddress('/salon', '#here')).toEqual({ at: 'room', room: 'salon', secret: null })
    expect(readAddress('/salon', `#k=${secret.slice(1)}`)).toEqual({ at: 'damaged-link', room: 'salon' })
    expect(readAddress('/salon', '#k=')).toEqual({ at: 'damaged-link', room: 'salon' })
    expect(readAddress('/stats', `#k=${secret}`)).toEqual({ at: 'stats' })
  })

  test('the link to share carries the room and its secret only, encoded', () => {
    const [room, secret] = [normaliseRoomName('Café'), newRoomSecret()]
    const link = roomLink('https://essaim.example', { room, secret: null })
    expect(link).toBe('https://essaim.example/caf%C3%A9')
    expect(roomLink('https://essaim.example', { room, secret })).toBe(`${link}#k=${secret}`)
    expect(roomPath({ room, secret }, '?join')).toBe(`/caf%C3%A9?join#k=${secret}`)
  })
})

describe('what is typed where a name is asked for', () => {
  const host = 'essaim.example:8787'

  test.each([
    ['Salon du Jeudi', 'salon-du-jeudi'],
    ['Réunion du C.A. — 12/10!', 'réunion-du-c-a-12-10'],
    ['https://other.example/salon', 'https-other-example-salon'],
  ])('J11 %j is the room %j', (text, name) => {
    expect(typedRoom(text, host)).toEqual({ is: 'name', name })
  })

  const secret = newRoomSecret()

  test.each([
    ['https://essaim.example:8787/caf%C3%A9?mic=0#x', 'café', null],
    [' Essaim.example:8787/salon/ ', 'salon', null],
    ['https://essaim.example:8787/salon.', 'salon', null],
    [`https://essaim.example:8787/salon#k=${secret}`, 'salon', secret],
    [`https://essaim.example:8787/salon?join&mic=0#k=${secret}`, 'salon', secret],
    // As it stands in a letter.
    [` <https://essaim.example:8787/salon#k=${secret}>. `, 'salon', secret],
    [`https://essaim.example:8787/salon#k=${secret}>.\n`, 'salon', secret],
    [`essaim.example:8787/salon#k=${secret}”`, 'salon', secret],
  ])('J11 %j is a link to the room %j', (text, room, itsSecret) => {
    expect(typedRoom(text, host)).toEqual({ is: 'link', link: { room, secret: itsSecret } })
  })

  test.each([secret.slice(1), `${secret}A`, ''])('a link with %j for a secret leads nowhere', (cut) => {
    expect(typedRoom(`${host}/salon#k=${cut}`, host)).toEqual({ is: 'damaged' })
  })

  test.each([
    ['essaim.example:8787/admin', { is: 'reserved', word: 'admin' }],
    ['https://essaim.example:8787/', { is: 'nothing' }],
    ['https://essaim.example:8787/%F0%28', { is: 'link', link: { room: 'f0-28', secret: null } }],
  ])('J11 of the link %j we say what is so of its room', (text, typed) => {
    expect(typedRoom(text, host)).toEqual(typed)
  })
})

describe('the wishes of a link', () => {
  const NONE = {
    name: null,
    join: false,
    microphone: null,
    camera: null,
    embed: false,
    language: null,
    theme: null,
  }

  test.each([
    ['', NONE],
    ['?name=Ada&join&mic=0&cam=1', { ...NONE, name: 'Ada', join: true, microphone: false, camera: true }],
    ['?join=0', NONE],
    ['?join=true&mic=off', { ...NONE, join: true, microphone: false }],
    ['?name=%20%20', NONE],
    ['?name=A%E2%80%AEda', { ...NONE, name: 'Ada' }],
    ['?mic=maybe&cam=', { ...NONE, camera: true }],
    ['?embed&lang=fr&theme=dark', { ...NONE, embed: true, language: 'fr', theme: 'dark' }],
    ['?lang=tlh&theme=pink', NONE],
  ])('%s', (search, wishes) => {
    expect(readLinkOptions({ search, hash: '' })).toEqual(wishes)
  })

  test('a name behind the # counts before one that reaches the edge', () => {
    const hash = `#k=${newRoomSecret()}&name=%20Ada%20`
    expect(readLinkOptions({ search: '?name=Ben&join', hash })).toEqual({ ...NONE, name: 'Ada', join: true })
    expect(readLinkOptions({ search: '?name=Ben', hash: '#k=' })).toEqual({ ...NONE, name: 'Ben' })
    expect(readLinkOptions({ search: '', hash: '#mic=1&join' })).toEqual(NONE)
  })

  test('docs/links-and-embedding.md has a line for each of them, and no other', async () => {
    const guide = await readFile(new URL('../../../docs/links-and-embedding.md', import.meta.url), 'utf8')
    const [, section = ''] = guide.split('\n## Links\n')
    const rows = (section.split('\n#')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'))
    const told = rows.flatMap((row) => {
      const examples = [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(
        ([, example]) => example ?? '',
      )
      const changed = examples.map((example) =>
        Object.entries(readLinkOptions({ search: `?${example}`, hash: '' })).flatMap(([wish, value]) =>
          value === Reflect.get(NONE, wish) ? [] : [wish],
        ),
      )
      expect(
        changed.map((wishes) => wishes.length),
        row,
      ).toEqual(changed.map(() => 1))
      return [...new Set(changed.flat())]
    })
    expect(told.toSorted()).toEqual(Object.keys(NONE).toSorted())
  })
})
