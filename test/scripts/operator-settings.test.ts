import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { operatorSettings } from '../../scripts/edge/operator-settings.ts'
import { temporaryFolder } from './support/program.ts'

const CONFIG = `
name = "essaim"
main = "worker.js"
compatibility_date = "2026-01-01"

[vars]
LOOKS = "like a setting, and is none"
`

test('what is set in .dev.vars holds as in the environment, which goes before it', async () => {
  const folder = await temporaryFolder()
  const config = path.join(folder, 'wrangler.toml')
  await writeFile(config, CONFIG)
  await writeFile(path.join(folder, 'worker.js'), 'export default {}')
  await writeFile(
    path.join(folder, '.dev.vars'),
    ['ADMIN_SECRET_HASH=of the file', 'NODE_KEYS=ada:key', 'TURN_PROVIDER=coturn', 'OTHER=other'].join('\n'),
  )
  const environment = { ADMIN_SECRET_HASH: 'of the environment', KIOSK_ROOMS: 'hall', PATH: '/bin' }
  expect(await operatorSettings(environment, config)).toEqual({
    ADMIN_SECRET_HASH: 'of the environment',
    NODE_KEYS: 'ada:key',
    TURN_PROVIDER: 'coturn',
    KIOSK_ROOMS: 'hall',
  })
})
