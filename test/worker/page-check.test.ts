import { runInDurableObject } from 'cloudflare:test'

import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { type CheckTicket, newCheckTicket, PageCheck } from '../../protocol/http/page-check.ts'
import { NO_LOAD } from '../../protocol/node-edge/events.ts'
import { someDtls } from '../support/scripted-node.ts'
import { directoryStub } from './directory-stub.ts'
import { NodeClient } from './node-client.ts'
import { ask, listed } from './operator-client.ts'
import { beat, due, GOOD, startUntried, takesRooms, tried, verdict } from './untried-node.ts'

afterEach(async () => {
  await NodeClient.dropAll()
})

describe('N21 where no other node can try the ports of one', () => {
  const post = (path: string, body: unknown) => ask(path, { method: 'POST', body: JSON.stringify(body) })

  async function ticketOf(node: NodeClient): Promise<CheckTicket> {
    const frame = await node.inbox.next(({ type }) => type === 'check-ticket')
    if (frame.type !== 'check-ticket') throw new Error('no ticket')
    return frame.ticket
  }

  test('a page may, once, with the ticket that the node was told', async () => {
    const node = await startUntried('alone')
    const ticket = await ticketOf(node)
    const wish = { ticket, dtlsParameters: someDtls }
    const opened = await post('checks', wish)
    expect(opened.status).toBe(201)
    const { lender, ports } = v.parse(PageCheck, await opened.json())
    expect([lender, ports.map(({ protocol }) => protocol)]).toEqual(['alone', ['udp', 'tcp']])
    expect((await post('checks', wish)).status).toBe(404)
    const outcome = { ticket, outcomes: ['reached', 'reached'] }
    expect(await (await post('checks/outcome', outcome)).json()).toEqual(GOOD)
    expect(await verdict(node)).toEqual(GOOD)
    expect(await takesRooms('alone')).toBe(true)
    expect((await post('checks/outcome', outcome)).status).toBe(404)
    expect((await post('checks', wish)).status).toBe(404)
  })

  test('a page that reaches it not, or says so untruly, proves nothing; another ticket follows', async () => {
    const node = await startUntried('still-closed', { connected: [true, false] })
    const first = await ticketOf(node)
    await post('checks', { ticket: first, dtlsParameters: someDtls })
    const lied = await post('checks/outcome', { ticket: first, outcomes: ['reached', 'reached'] })
    expect(await lied.json()).toEqual({ reachable: false, ports: [] })
    await due(node)
    const second = await ticketOf(node)
    expect(second).not.toBe(first)
    await post('checks', { ticket: second, dtlsParameters: someDtls })
    await post('checks/outcome', { ticket: second, outcomes: ['reached', 'silent'] })
    expect(await verdict(node)).toEqual({ reachable: false, ports: tried('reached', 'silent') })
    expect(await takesRooms('still-closed')).toBe(false)
  })

  test('a ticket that nobody gave, or that is too old, opens nothing; the edge keeps none', async () => {
    const node = await startUntried('late-lender')
    const ticket = await ticketOf(node)
    const kept = await runInDurableObject(directoryStub(), (_object, { storage }) => {
      const rows = JSON.stringify(storage.sql.exec('SELECT * FROM page_checks').toArray())
      storage.sql.exec('UPDATE page_checks SET until = 1')
      return rows
    })
    expect(kept).toContain('late-lender')
    expect(kept).not.toContain(ticket)
    for (const wrong of [ticket, newCheckTicket()]) {
      expect((await post('checks', { ticket: wrong, dtlsParameters: someDtls })).status).toBe(404)
      expect((await post('checks/outcome', { ticket: wrong, outcomes: ['reached'] })).status).toBe(404)
    }
    expect(node.checks).toEqual([])
  })

  test('it is told one ticket at a time, and another life of it a new one', async () => {
    const node = await startUntried('told-once')
    const first = await ticketOf(node)
    beat(node)
    await expect.poll(async () => (await listed('told-once'))?.connected?.load).toEqual(NO_LOAD)
    expect(node.inbox.rest.filter(({ type }) => type === 'check-ticket')).toEqual([])
    node.drop()
    await node.closed
    expect(await ticketOf(await startUntried('told-once'))).not.toBe(first)
  })
})
