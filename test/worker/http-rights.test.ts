import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { router } from '../../worker/routes.ts'
import { ASKERS, type Asker, HTTP_RIGHTS } from '../support/rights/http-rights.ts'
import { HOST, SECRET } from './operator-client.ts'

/** What each who asks says of themselves. */
const HEADERS: Readonly<Record<Asker, Readonly<Record<string, string>>>> = {
  program: {},
  'own page': { origin: `http://${HOST}` },
  'foreign page': { origin: 'https://elsewhere.example' },
  impostor: { authorization: 'Bearer a-guess' },
  operator: { authorization: `Bearer ${SECRET}` },
  'their secret elsewhere': { authorization: `Bearer ${SECRET}`, origin: 'https://elsewhere.example' },
}

const Refusal = v.object({ code: v.picklist(['not-allowed', 'unauthorised', 'not-found']) })
/** Codes by which somebody is refused who may ask: the thing itself is not as it is asked for. */
const STATUS_OF_REFUSAL = [401, 403, 404]

async function heard(method: string, path: string, asker: Asker): Promise<string> {
  const request = new Request(`http://${HOST}${path}`, { method, headers: HEADERS[asker] })
  const response: Response = await router.fetch(request, {
    ...env,
    // The same secret as the operator's, where each may have their own.
    ...(env.ADMIN_SECRET_HASH && { METRICS_SECRET_HASH: env.ADMIN_SECRET_HASH }),
  })
  if (!STATUS_OF_REFUSAL.includes(response.status)) return 'heard'
  const { code } = v.parse(Refusal, await response.json())
  // Nobody knows that node, whoever asks: it was looked for.
  return path.startsWith('/api/node/') && code === 'unauthorised' ? 'heard' : code
}

test('H1 all addresses are in the table of rights', () => {
  const routes = router.routes
    .map(([method, , , path]) => `${method} ${path}`)
    .filter((route) => !route.includes('*'))
  expect(Object.keys(HTTP_RIGHTS).sort()).toEqual(routes.sort())
})

test.each(Object.entries(HTTP_RIGHTS).map(([route, right]) => [right.rules, route, right] as const))(
  'H1 S5 N9 who may ask: %s %s',
  async (_rules, route, { path, who }) => {
    const [method = ''] = route.split(' ')
    const seen = new Map<Asker, string>()
    for (const asker of ASKERS) seen.set(asker, await heard(method, path, asker))
    expect(Object.fromEntries(seen)).toEqual(who)
  },
)
