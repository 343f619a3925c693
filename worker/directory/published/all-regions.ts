import { type DirectoryRef, directoryOf } from '../../durable-objects.ts'
import type { Env } from '../../env.ts'
import { log } from '../../log.ts'
import type { Region } from '../../placement/regions.ts'

/** Asks all those regions the same; what one does not answer is left out, and keeps nobody from the others'. */
export async function askRegions<Told>(
  env: Env,
  regions: readonly Region[],
  ask: (directory: DirectoryRef) => Promise<Told>,
): Promise<Told[]> {
  const told = await Promise.allSettled(regions.map((region) => ask(directoryOf(env, region))))
  return told.flatMap((outcome, index) => {
    if (outcome.status === 'fulfilled') return [outcome.value]
    log.error('region-not-heard', outcome.reason, { region: regions[index] ?? null })
    return []
  })
}
