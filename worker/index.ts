import type { Env } from './env.ts'
import { router } from './routes.ts'

export { DirectoryObject } from './directory/directory-object.ts'
export { NodeObject } from './node/node-object.ts'
export { RoomObject } from './room/room-object.ts'

export default {
  fetch: (request, env) => router.fetch(request, env),
} satisfies ExportedHandler<Env>
