import { env } from 'cloudflare:workers'
import type { DirectoryObject } from '../../worker/directory/directory-object.ts'
import { HOME, type Region } from '../../worker/placement/regions.ts'

/** The directory of the edge under test, or that of another region than the one at home, to look into. */
export const directoryStub = (region: Region = HOME): DurableObjectStub<DirectoryObject> =>
  env.DIRECTORY.get(env.DIRECTORY.idFromName(region === HOME ? 'swarm' : `swarm in ${region}`))
