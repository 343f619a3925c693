import { expect, test } from 'vitest'
import { withStrictHeaders } from '../../worker/http/strict-headers.ts'

const HSTS = 'strict-transport-security'
const PAGE = "default-src 'none'; script-src 'self'"
const CLOUDFLARE = { url: 'https://meet.example.org/' }

test('H7 whoever comes to Cloudflare over TLS is to come so for a year', () => {
  const headers = withStrictHeaders(new Response('{}'), CLOUDFLARE, {}).headers
  expect(headers.get(HSTS)).toBe('max-age=31536000')
  const behindDoor = withStrictHeaders(new Response('{}'), CLOUDFLARE, { FRONT_DOOR_KEY: 'key' })
  expect(behindDoor.headers.get(HSTS)).toBeNull()
  const plain = withStrictHeaders(new Response('{}'), { url: 'http://127.0.0.1:8787/' }, {})
  expect(plain.headers.get(HSTS)).toBeNull()
})

test('H7 what brings a policy keeps its headers, and what brings none is data', () => {
  const page = new Response('', {
    headers: { 'content-security-policy': PAGE, 'referrer-policy': 'same-origin' },
  })
  const { headers } = withStrictHeaders(page, CLOUDFLARE, {})
  expect([headers.get('content-security-policy'), headers.get('referrer-policy')]).toEqual([
    PAGE,
    'same-origin',
  ])
  const error = withStrictHeaders(Response.json({}, { status: 404 }), CLOUDFLARE, {})
  expect([error.status, error.headers.get('content-security-policy')]).toEqual([
    404,
    "default-src 'none'; frame-ancestors 'none'",
  ])
})
