import { expect, test } from 'vitest'
import { PAGE_UNHEARD_MS, PAGES_WATCH_INTERVAL_MS } from '../../../protocol/limits.ts'
import { PageLiveness } from '../../../sfu-node/media/page-liveness.ts'

/** A transport to which comes what the test says. */
function transport() {
  const state = { bytes: 0, closed: false }
  return {
    state,
    get closed() {
      return state.closed
    },
    getStats: async () => {
      if (state.closed) throw new Error('closed')
      return [{ bytesReceived: state.bytes }]
    },
  }
}

function watched() {
  const [receive, send] = [transport(), transport()]
  return { receive, send, liveness: new PageLiveness(receive, send) }
}

/** A page that was heard at 0. */
async function heard() {
  const page = watched()
  page.receive.state.bytes = 100
  expect(await page.liveness.change(0)).toBeNull()
  return page
}

test('R8 a page that never came is none that vanished', async () => {
  const { liveness } = watched()
  expect(await liveness.change(0)).toBeNull()
  expect(await liveness.change(100_000)).toBeNull()
})

test('R8 nothing from either transport for a while is told until the edge knows it, and that something comes again', async () => {
  const { receive, liveness } = await heard()
  expect(await liveness.change(PAGE_UNHEARD_MS - 1)).toBeNull()
  expect(await liveness.change(PAGE_UNHEARD_MS)).toBe(false)
  expect(await liveness.change(PAGE_UNHEARD_MS + 1)).toBe(false)
  liveness.reported(false)
  expect(await liveness.change(PAGE_UNHEARD_MS + 2)).toBeNull()
  receive.state.bytes += 1
  expect(await liveness.change(PAGE_UNHEARD_MS + 3)).toBe(true)
  liveness.reported(true)
  expect(await liveness.change(PAGE_UNHEARD_MS + 4)).toBeNull()
})

test('R8 whoever only sends is heard, and so is whoever only asks whether they may', async () => {
  const { send, liveness } = await heard()
  for (let now = 0; now < 10 * PAGE_UNHEARD_MS; now += 6_000) {
    send.state.bytes += 1
    expect(await liveness.change(now)).toBeNull()
  }
})

test('R8 a transport that closes meanwhile says nothing', async () => {
  const { send, receive, liveness } = await heard()
  send.state.closed = true
  receive.state.bytes += 1
  expect(await liveness.change(PAGE_UNHEARD_MS - 1)).toBeNull()
})

test('R8 with what the edge takes, the mark comes within 10 s', () => {
  expect(PAGE_UNHEARD_MS + PAGES_WATCH_INTERVAL_MS).toBeLessThanOrEqual(9_000)
})
