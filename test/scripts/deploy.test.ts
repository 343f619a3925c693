import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../scripts/setup/places.mjs'
import { run, temporaryFolder } from './support/program.ts'

test('deploy --dry-run makes the whole upload, without an account or a network', async () => {
  const folder = await temporaryFolder()
  const env = { ...process.env, HOME: folder, CLOUDFLARE_API_TOKEN: '', NO_COLOR: '1' }
  const args = [path.join(ROOT, 'scripts/deploy.mjs'), '--dry-run', '--outdir', folder]
  const { code, output } = await run({ args, env })
  for (const binding of ['ROOMS', 'NODES', 'DIRECTORY', 'ASSETS']) expect(output).toContain(`env.${binding}`)
  expect(output).toContain('--dry-run: exiting now.')
  expect(code).toBe(0)
})
