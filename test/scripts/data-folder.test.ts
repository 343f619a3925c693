import { mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { takeDataFolder } from '../../scripts/edge/data-folder.ts'
import { temporaryFolder } from './support/program.ts'

const modeOf = async (file: string): Promise<string> => ((await stat(file)).mode & 0o777).toString(8)

test('a folder is made with all above it, for nobody else, and so is what is in it', async () => {
  const folder = path.join(await temporaryFolder(), 'a/b/data')
  const data = await takeDataFolder(folder)
  await writeFile(path.join(folder, 'file'), '')
  expect(await modeOf(folder)).toBe('700')
  expect(await modeOf(path.join(folder, 'file'))).toBe('600')
  expect(await modeOf(path.join(folder, 'lock'))).toBe('600')
  data.release()
})

test('a folder of an earlier version is closed to others', async () => {
  const folder = path.join(await temporaryFolder(), 'data')
  await mkdir(folder, { mode: 0o755 })
  const data = await takeDataFolder(folder)
  expect(await modeOf(folder)).toBe('700')
  data.release()
})

test('who releases it lets another have it', async () => {
  const folder = await temporaryFolder()
  const first = await takeDataFolder(folder)
  await expect(takeDataFolder(folder)).rejects.toThrow(/is in use by another edge/)
  first.release()
  first.release()
  const second = await takeDataFolder(folder)
  second.release()
})

test.each(['/proc/x', '/proc/x/y', '/dev/null/x', '/dev/null'])(
  '%s is refused at once with a sentence and code 2',
  async (folder) => {
    await expect(takeDataFolder(folder)).rejects.toThrow(
      expect.objectContaining({
        name: 'Problem',
        exitCode: 2,
        message: expect.stringMatching(/^the data folder .* cannot be written to .*--data\.$/),
      }),
    )
  },
  5_000,
)
