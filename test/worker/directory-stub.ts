import { env } from 'cloudflare:workers'
import type { DirectoryObject } from '../../worker/directory/directory-object.ts'

/** The directory of the edge under test, to look into. */
export const directoryStub = (): DurableObjectStub<DirectoryObject> =>
  env.DIRECTORY.get(env.DIRECTORY.idFromName('swarm'))
