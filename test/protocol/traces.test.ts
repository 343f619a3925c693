import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { TraceHunt } from '../support/traces.ts'

const TEXT = 'Ädelaïde Quillfeather-0451??????'
const hunt = new TraceHunt([{ what: 'a name', text: TEXT }])
const sha = createHash('sha256').update(TEXT).digest()

test.each<[string, Buffer]>([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-16', Buffer.from(TEXT, 'utf16le')],
  ['UTF-16', Buffer.from(TEXT, 'utf16le').swap16()],
  ['base64', Buffer.from(Buffer.from(`.${TEXT}..`).toString('base64'))],
  ['base64', Buffer.from(Buffer.from(`..${TEXT}.`).toString('base64'))],
  ['base64url', Buffer.from(Buffer.from(TEXT).toString('base64url'))],
  ['hex', Buffer.from(Buffer.from(TEXT).toString('hex'))],
  ['URL-encoded', Buffer.from(encodeURIComponent(TEXT))],
  ['SHA-256', sha],
  ['SHA-256 in hex', Buffer.from(sha.toString('hex').toUpperCase())],
  ['SHA-256 in base64', Buffer.from(sha.toString('base64'))],
  ['SHA-256 in base64url', Buffer.from(sha.toString('base64url'))],
])('a name that is left is found as %s', (as, bytes) => {
  const bytesAround = Buffer.concat([Buffer.from([0, 255, 10]), bytes, Buffer.from('end')])
  expect(hunt.in([{ name: 'a file', bytes: bytesAround }])).toContain(`a name, as ${as}, in a file`)
})

test('where there is nothing of it, nothing is found', () => {
  const other = createHash('sha256').update('somebody else').digest()
  expect(hunt.in([{ name: 'a file', bytes: Buffer.concat([Buffer.from('Ädelaïde'), other]) }])).toEqual([])
})
