import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** Writes a file for the tests of the file that asks for it, and says where it is; it is gone after them. */
export function temporaryFile(name: string, content: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'essaim-test-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
