import path from 'node:path'
import { ROOT } from '../setup/places.mjs'
import { textBindings } from './edge.ts'
import { readEdgeConfig } from './edge-config.ts'

/** What an operator may set, besides all that is called TURN_… (docs/operating.md). */
const SETTINGS: readonly string[] = [
  'ADMIN_SECRET_HASH',
  'METRICS_SECRET_HASH',
  'NODE_KEYS',
  'ALLOWED_ORIGINS',
  'EMBED_ALLOWED',
  'KIOSK_ROOMS',
  'OPERATOR_NAME',
  'OPERATOR_CONTACT',
  'SOURCE_URL',
  'LEGAL_URL',
]

const isSetting = (name: string): boolean => name.startsWith('TURN_') || SETTINGS.includes(name)

/**
 * What the operator has set, by name: in the environment, or else in .dev.vars beside wrangler.toml. This is the one place
 * where both are read, so that nothing holds in one of them alone.
 */
export async function operatorSettings(
  env: Readonly<Record<string, string | undefined>> = process.env,
  configPath = path.join(ROOT, 'wrangler.toml'),
): Promise<Record<string, string>> {
  const { workerOptions } = await readEdgeConfig(configPath)
  const said = Object.entries({ ...textBindings(workerOptions), ...env })
  return Object.fromEntries(
    said.flatMap(([name, value]) => (isSetting(name) && value !== undefined ? [[name, value] as const] : [])),
  )
}
