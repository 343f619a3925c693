import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { EMPTY_ROOM_GRACE_MS } from '../../protocol/limits.ts'
import { PAGE_EDGE } from '../../protocol/version.ts'
import { startEdge } from '../../scripts/edge/edge.ts'
import { temporaryFolder } from './support/program.ts'

const SECRET = 'what-nobody-else-is-to-read'

/** Somebody in a room, by hand: asks one thing after the other, and waits for each answer. */
class Guest {
  readonly #socket: WebSocket
  #id = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
  }

  static async in(edge: string, room: string, name: string, creator?: string): Promise<Guest> {
    const socket = new WebSocket(`${edge.replace('http', 'ws')}/api/rooms/${room}/socket`)
    await new Promise((resolve) => socket.once('open', resolve))
    const guest = new Guest(socket)
    const join = { protocol: PAGE_EDGE.newest, name, rtpCapabilities: null }
    await guest.ask('join', creator ? { ...join, creatorKey: creator } : join)
    return guest
  }

  ask(request: string, params: object): Promise<void> {
    this.#id += 1
    const id = this.#id
    const answered = new Promise<void>((resolve, reject) => {
      const hear = (data: Buffer): void => {
        const frame: unknown = JSON.parse(data.toString())
        if (typeof frame !== 'object' || frame === null || !('id' in frame) || frame.id !== id) return
        this.#socket.off('message', hear)
        if ('error' in frame) reject(new Error(JSON.stringify(frame.error)))
        else resolve()
      }
      this.#socket.on('message', hear)
    })
    this.#socket.send(JSON.stringify({ id, request, params }))
    return answered
  }
}

/** The files below `folder` in which that stands. */
async function filesWith(folder: string, words: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const texts = await Promise.all(
    files.map(async ({ parentPath, name }) => ({
      name,
      text: await readFile(path.join(parentPath, name), 'latin1'),
    })),
  )
  return texts.flatMap(({ name, text }) => (text.includes(words) ? [name] : []))
}

test('D2 L5 what was said behind a kept door is in no file two minutes after all have left', async () => {
  const folder = await temporaryFolder()
  const edge = await startEdge({ dataDir: folder })
  const ada = await Guest.in(edge.url, 'a-very-private-name', 'Ada', 'k'.repeat(43))
  const ben = await Guest.in(edge.url, 'a-very-private-name', 'Ben')
  for (let i = 0; i < 5; i += 1) {
    await ada.ask('send-message', {
      kind: 'chat',
      addressee: { to: 'everyone' },
      payload: `${i} ${SECRET} `.repeat(99),
    })
  }
  expect(await filesWith(folder, SECRET)).not.toEqual([])
  await ben.ask('leave', {})
  await ada.ask('leave', {})
  await pause(EMPTY_ROOM_GRACE_MS)
  await expect.poll(() => filesWith(folder, SECRET), { timeout: 60_000, interval: 1_000 }).toEqual([])
  expect(await filesWith(folder, 'a-very-private-name')).toEqual([])
  const kept = await readdir(path.join(folder, 'do/essaim-RoomObject'))
  expect(kept.filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))).toHaveLength(1)
  await edge.stop()
}, 180_000)
