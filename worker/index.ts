import { FRONT_DOOR_HEADER } from '../protocol/http/front-door.ts'
import type { Env } from './env.ts'
import { router } from './routes.ts'

export { DirectoryObject } from './directory/directory-object.ts'
export { NodeObject } from './node/node-object.ts'
export { RoomObject } from './room/room-object.ts'

export default {
  fetch: (request, env) => {
    // Another program of that machine would be whoever it says it is.
    if (env.FRONT_DOOR_KEY && request.headers.get(FRONT_DOOR_HEADER) !== env.FRONT_DOOR_KEY)
      return new Response(null, { status: 403 })
    return request.method === 'HEAD' ? headOf(request, env) : router.fetch(request, env)
  },
} satisfies ExportedHandler<Env>

/** HEAD is GET without the body (RFC 9110 §9.3.2), whatever it is asked of. */
async function headOf(request: Request, env: Env): Promise<Response> {
  const answer: Response = await router.fetch(new Request(request, { method: 'GET' }), env)
  await answer.body?.cancel()
  return new Response(null, answer)
}
