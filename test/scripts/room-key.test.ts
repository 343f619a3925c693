import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { roomKey } from '../../scripts/edge/room-key.ts'
import { temporaryFolder } from './support/program.ts'

test('each edge numbers its rooms by a key of its own, which stays with its data', async () => {
  const [one, other] = [await temporaryFolder(), path.join(await temporaryFolder(), 'new')]
  const key = await roomKey(one)
  expect(await roomKey(one)).toBe(key)
  expect(await roomKey(other)).not.toBe(key)
  expect(await roomKey(null)).not.toBe(await roomKey(null))
  expect(key).toContain(await readFile(path.join(one, 'room-key'), 'utf8'))
  expect((await stat(path.join(one, 'room-key'))).mode & 0o077).toBe(0)
})

test('rooms that were numbered before keep their numbers; a key that is none is refused', async () => {
  const folder = await temporaryFolder()
  await mkdir(path.join(folder, 'do/essaim-RoomObject'), { recursive: true })
  expect(await roomKey(folder)).toBe('essaim-RoomObject')
  await writeFile(path.join(folder, 'room-key'), 'short')
  await expect(roomKey(folder)).rejects.toThrow('is no key of rooms')
})
