import * as v from 'valibot'
import { expect, test } from 'vitest'
import { ChatPayload } from '../../../../web/features/chat/chat-payload.ts'
import { Attachments } from '../../../../web/features/files/attach/attachments.ts'
import { FILE_MAX_BYTES, FILE_NAME_MAX_LENGTH } from '../../../../web/features/files/file-limits.ts'
import { tidyFileName } from '../../../../web/features/files/file-name.ts'
import { pictureKind } from '../../../../web/features/files/sent/picture-kind.ts'

test.each([
  ['minutes.pdf', 'minutes.pdf'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\temp\\a.exe', 'C__temp_a.exe'],
  ['photo\u202egnp.exe', 'photognp.exe'],
  ['in\u200bvis\u2066ible\u0000.txt', 'invisible.txt'],
  ['.htaccess', 'htaccess'],
  ['two  blanks .txt. ', 'two blanks .txt'],
  ['\u202e', ''],
  ['procès-verbal n° 3 — été.odt', 'procès-verbal n° 3 — été.odt'],
  ['会議の議事録.pdf', '会議の議事録.pdf'],
])('the name %j becomes %j', (raw, tidy) => {
  expect(tidyFileName(raw)).toBe(tidy)
  expect(tidyFileName(tidy)).toBe(tidy)
})

test('a long name keeps its extension', () => {
  const tidy = tidyFileName(`${'é'.repeat(300)}.tar`)
  expect([...tidy]).toHaveLength(FILE_NAME_MAX_LENGTH)
  expect(tidy).toMatch(/é….tar$/)
  expect([...tidyFileName('x'.repeat(300))]).toHaveLength(FILE_NAME_MAX_LENGTH)
})

const file = { id: 'A'.repeat(16), name: 'a.png', size: 5, type: 'image/png', sha256: 'A'.repeat(43) }

test('T7 a message says something or brings a file, and a description that lies is none', () => {
  const reads = (said: unknown): boolean => v.is(ChatPayload, said)
  expect(reads({ text: '', file })).toBe(true)
  expect(reads({ text: 'look', file })).toBe(true)
  expect(reads({ text: '' })).toBe(false)
  for (const change of [
    { size: FILE_MAX_BYTES + 1 },
    { size: 0 },
    { size: 1.5 },
    { name: '\u202e' },
    { name: 'x'.repeat(1_000) },
    { id: 'short' },
    { sha256: '' },
    { type: 'text/html; charset=x' },
  ])
    expect(reads({ text: '', file: { ...file, ...change } }), JSON.stringify(change)).toBe(false)
  const read = v.parse(ChatPayload, { text: '', file: { ...file, name: 'a/\u202eb.png' } })
  expect(read.file?.name).toBe('a_b.png')
})

const bytes = (text: string, ...more: number[]): Uint8Array =>
  Uint8Array.from([...[...text].map((char) => char.charCodeAt(0)), ...more, ...Array(40).fill(0)])

const PNG = bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 0, 0, 1, 0, 0, 0, 0, 200)

test.each([
  ['PNG', PNG, { type: 'image/png', width: 256, height: 200 }],
  ['GIF', bytes('GIF89a', 10, 0, 20, 0), { type: 'image/gif', width: 10, height: 20 }],
  [
    'JPEG with a segment before its frame',
    bytes('\xff\xd8\xff\xe0', 0, 4, 1, 1, 0xff, 0xff, 0xc2, 0, 17, 8, 1, 0, 2, 0),
    { type: 'image/jpeg', width: 512, height: 256 },
  ],
  [
    'lossy WebP',
    bytes('RIFF\0\0\0\0WEBPVP8 ', 0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x40, 1, 0xf0, 0),
    { type: 'image/webp', width: 320, height: 240 },
  ],
  [
    'lossless WebP',
    bytes('RIFF\0\0\0\0WEBPVP8L', 0, 0, 0, 0, 0x2f, 0x3f, 0xc1, 0x3b, 0),
    { type: 'image/webp', width: 320, height: 240 },
  ],
  [
    'extended WebP',
    bytes('RIFF\0\0\0\0WEBPVP8X', 0, 0, 0, 0, 0, 0, 0, 0, 0x3f, 1, 0, 0xef, 0, 0),
    { type: 'image/webp', width: 320, height: 240 },
  ],
  ['a page', bytes('<!doctype html><script>alert(1)</script>'), null],
  ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), null],
  ['PDF', bytes('%PDF-1.7'), null],
  ['nothing', new Uint8Array(), null],
  ['a signature alone', PNG.slice(0, 16), null],
  ['a PNG that unpacks to gigabytes', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 0, 1, 0, 0, 0, 1, 0, 0), null],
  ['a JPEG without a frame', bytes('\xff\xd8\xff\xe0', 0, 2), null],
])('%s is told by its bytes', (_what, content, kind) => {
  expect(pictureKind(content)).toEqual(kind)
})

test('what is too large, empty or too many is refused before anything of it is sent', () => {
  const attachments = new Attachments()
  const made = (name: string, size: number): File => new File([new Uint8Array(size)], name)
  attachments.add([made('a.txt', 3), made('film.mp4', 6_000_000)], 'file')
  expect(attachments.unfit.value).toEqual({ why: 'too-large', name: 'film.mp4' })
  attachments.add([made('folder', 0)], 'file')
  expect(attachments.unfit.value).toEqual({ why: 'empty', name: 'folder' })
  attachments.add([made('\u202e', FILE_MAX_BYTES)], 'file')
  expect(attachments.unfit.value).toBeNull()
  expect(attachments.list.value.map(({ name }) => name)).toEqual(['a.txt', 'file'])
  attachments.add(
    Array.from({ length: 4 }, (_, index) => made(`${index}.txt`, 1)),
    'file',
  )
  expect(attachments.unfit.value).toEqual({ why: 'too-many', name: '3.txt' })
  expect(attachments.take()).toHaveLength(5)
  expect(attachments.list.value).toEqual([])
})
