import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { NodeId } from '../../../protocol/ids.ts'
import { newNodeKeyPair } from '../../../protocol/node-edge/keys.ts'
import { StateFolder } from '../../../sfu-node/cli/state-folder.ts'

async function temporary() {
  const parent = await mkdtemp(path.join(tmpdir(), 'essaim-test-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true }))
  const where = path.join(parent, 'state')
  return { where, folder: new StateFolder(where), keyFile: path.join(where, 'key.json') }
}

const modeOf = async (file: string) => (await stat(file)).mode & 0o777

test('what was kept is there again; the key is for its owner alone', async () => {
  const { where, folder, keyFile } = await temporary()
  const keys = await newNodeKeyPair()
  const enrolment = {
    edge: 'https://meet.example.org/',
    node: v.parse(NodeId, 'lyon'),
    lender: 'Bibliothèque de Lyon',
    options: { announce: '203.0.113.7', hours: ['18-23', '0-6'] },
  }
  expect(await folder.keys()).toBeNull()
  expect(await folder.enrolment()).toBeNull()
  await folder.keepKeys(keys)
  await folder.keepEnrolment(enrolment)
  folder.transferStore.save({ month: '2026-11', bytes: 7 })
  const again = new StateFolder(where)
  expect(await again.keys()).toEqual(keys)
  expect(await again.enrolment()).toEqual(enrolment)
  expect(again.transferStore.load()).toEqual({ month: '2026-11', bytes: 7 })
  expect(await modeOf(keyFile)).toBe(0o600)
  expect(await modeOf(where)).toBe(0o700)
})

test('a key file takes the place of what others could read', async () => {
  const { folder, keyFile } = await temporary()
  await folder.prepare()
  await writeFile(`${keyFile}.new`, 'left behind', { mode: 0o644 })
  await folder.keepKeys(await newNodeKeyPair())
  expect(await modeOf(keyFile)).toBe(0o600)
  expect(await readFile(keyFile, 'utf8')).not.toContain('left behind')
})

test.each([0o640, 0o604])('a key that others can read (%o) is not used', async (mode) => {
  const { folder, keyFile } = await temporary()
  await folder.keepKeys(await newNodeKeyPair())
  await chmod(keyFile, mode)
  await expect(folder.keys()).rejects.toMatchObject({
    exitCode: 5,
    message: expect.stringContaining(`The key file ${keyFile} can be read by others`),
  })
})

test('a damaged file is named', async () => {
  const { folder, keyFile } = await temporary()
  await folder.prepare()
  await writeFile(keyFile, '{"publicKey":"', { mode: 0o600 })
  await expect(folder.keys()).rejects.toMatchObject({
    exitCode: 5,
    message: expect.stringContaining(`${keyFile} is damaged`),
  })
})
