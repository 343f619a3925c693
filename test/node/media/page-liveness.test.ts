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
  return { receive, send, watch: new PageLiveness(receive, send) }
}

/** A page that was heard at 0. */
async function heard() {
  const page = watched()
  page.receive.state.bytes = 100
  expect(await page.watch.news(0)).toBeNull()
  return page
}

test('R8 a page that never came is none that vanished', async () => {
  const { watch } = watched()
  expect(await watch.news(0)).toBeNull()
  expect(await watch.news(100_000)).toBeNull()
})

test('R8 nothing from either transport for a while is told until the edge knows it, and that something comes again', async () => {
  const { receive, watch } = await heard()
  expect(await watch.news(PAGE_UNHEARD_MS - 1)).toBeNull()
  expect(await watch.news(PAGE_UNHEARD_MS)).toBe(false)
  expect(await watch.news(PAGE_UNHEARD_MS + 1)).toBe(false)
  watch.told(false)
  expect(await watch.news(PAGE_UNHEARD_MS + 2)).toBeNull()
  receive.state.bytes += 1
  expect(await watch.news(PAGE_UNHEARD_MS + 3)).toBe(true)
  watch.told(true)
  expect(await watch.news(PAGE_UNHEARD_MS + 4)).toBeNull()
})

test('R8 whoever only sends is heard, and so is whoever only asks whether they may', async () => {
  const { send, watch } = await heard()
  for (let now = 0; now < 10 * PAGE_UNHEARD_MS; now += 6_000) {
    send.state.bytes += 1
    expect(await watch.news(now)).toBeNull()
  }
})

test('R8 a transport that closes meanwhile says nothing', async () => {
  const { send, receive, watch } = await heard()
  send.state.closed = true
  receive.state.bytes += 1
  expect(await watch.news(PAGE_UNHEARD_MS - 1)).toBeNull()
})

test('R8 with what the edge takes, the mark comes within 10 s', () => {
  expect(PAGE_UNHEARD_MS + PAGES_WATCH_INTERVAL_MS).toBeLessThanOrEqual(9_000)
})
