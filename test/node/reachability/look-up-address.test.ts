import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { freePorts, portOf } from '../../../scripts/network/held-ports.ts'
import { lookUpAddress } from '../../../sfu-node/reachability/look-up-address.ts'

/** A small edge at an address of this machine; answers with its port. */
async function listen(host: string, listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server.listen(0, host), 'listening')
  return portOf(server)
}

const telling =
  (body: string, status = 200): RequestListener =>
  (_, response) =>
    void response.writeHead(status).end(body)

const toldBy = async (body: string, status?: number) => {
  const port = await listen('127.0.0.1', telling(body, status))
  return lookUpAddress(new URL(`http://127.0.0.1:${port}`), 4)
}

test('N16 the edge is asked for the address, behind whatever path it is', async () => {
  const asked: (string | undefined)[] = []
  const port = await listen('127.0.0.1', (request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.end('{"address":"1.1.1.1"}')
  })
  expect(await lookUpAddress(new URL(`ws://127.0.0.1:${port}/meet/`), 4)).toBe('1.1.1.1')
  expect(asked).toEqual(['GET /meet/api/address'])
})

test('N16 it is asked over the family that is wanted, and over no other', async () => {
  const port = await listen('127.0.0.1', telling('{"address":"1.1.1.1"}'))
  const edge = new URL(`http://localhost:${port}`)
  expect(await lookUpAddress(edge, 4)).toBe('1.1.1.1')
  await expect(lookUpAddress(edge, 6)).rejects.toThrow()
})

test('N16 over IPv6 it is asked for an IPv6 address', async () => {
  const port = await listen('::1', telling('{"address":"2606:4700::7"}'))
  expect(await lookUpAddress(new URL(`http://[::1]:${port}`), 6)).toBe('2606:4700::7')
})

test.each([
  ['an edge that does not know', '{"address":null}'],
  ['a private address', '{"address":"192.168.1.5"}'],
  ['an address of the other family', '{"address":"2606:4700::7"}'],
  ['something else', '{"address":7}'],
  ['a page', '<!doctype html>'],
  ['nothing', ''],
  ['an answer that is too long', `{"address":"1.1.1.1"}${' '.repeat(100_000)}`],
])('N16 %s tells nothing', async (_, body) => {
  expect(await toldBy(body)).toBeNull()
})

test('N16 an edge of before tells nothing', async () => {
  expect(await toldBy('{"code":"not-found","message":"no such address"}', 404)).toBeNull()
})

describe('N16 an edge is not reached', () => {
  test('where nobody listens', async () => {
    const edge = new URL(`http://127.0.0.1:${await freePorts(1)}`)
    await expect(lookUpAddress(edge, 4)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('where it hangs up in the middle', async () => {
    const port = await listen('127.0.0.1', (request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{')
      setImmediate(() => request.socket.destroy())
    })
    await expect(lookUpAddress(new URL(`http://127.0.0.1:${port}`), 4)).rejects.toThrow()
  })

  test('where it is silent', async () => {
    const port = await listen('127.0.0.1', () => {})
    await expect(lookUpAddress(new URL(`http://127.0.0.1:${port}`), 4)).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})
