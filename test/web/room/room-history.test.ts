import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { newRoomSecret } from '../../../web/core/encryption/room-secret.ts'
import { type BrowserHistory, RoomHistory } from '../../../web/room/room-history.ts'

const ROOM = 'https://essaim.example/salon'

/** A browser's history: entries with a state and an address, and steps that arrive later. */
class FakeHistory implements BrowserHistory {
  readonly entries: { state: unknown; address: string }[] = [
    { state: null, address: 'https://essaim.example/' },
    { state: null, address: ROOM },
  ]
  at = 1
  readonly #due: number[] = []

  get state(): unknown {
    return this.entries[this.at]?.state
  }

  get address(): string {
    return this.entries[this.at]?.address ?? ''
  }

  pushState(state: unknown, _title: string, address: string = this.address): void {
    this.entries.splice(this.at + 1)
    this.entries.push({ state, address })
    this.at += 1
  }

  replaceState(state: unknown, _title: string, address: string = this.address): void {
    this.entries[this.at] = { state, address }
  }

  go(delta = 0): void {
    this.#due.push(delta)
  }

  /** Lets the steps arrive that the page asked for. */
  settle(way: RoomHistory): void {
    for (let delta = this.#due.shift(); delta !== undefined; delta = this.#due.shift()) {
      this.at += delta
      expect(way.stepped(this.address)).toBe('ours')
    }
  }

  /** The person goes so many entries on, or back. */
  step(delta: number, way: RoomHistory): string {
    this.at += delta
    const what = way.stepped(this.address)
    this.settle(way)
    return what
  }
}

let history: FakeHistory
let way: RoomHistory
const above = (): number => history.entries.length - 2

beforeEach(() => {
  history = new FakeHistory()
  way = new RoomHistory(history)
  way.enter(ROOM)
})

describe('a step back in a room', () => {
  test('closes the panel, then asks, then leaves', () => {
    way.panel.value = 'chat'
    expect(above()).toBe(2)
    expect(history.step(-1, way)).toBe('ours')
    expect(way.panel.value).toBeNull()
    expect(way.asks.value).toBe(false)
    expect(history.step(-1, way)).toBe('ours')
    expect(way.asks.value).toBe(true)
    expect(history.step(-1, way)).toBe('elsewhere')
  })

  test('asks again after one stayed', () => {
    history.step(-1, way)
    way.stay()
    expect(way.asks.value).toBe(false)
    expect(history.step(-1, way)).toBe('ours')
    expect(way.asks.value).toBe(true)
  })

  test('over both entries at once closes the panel and asks', () => {
    way.panel.value = 'chat'
    history.step(-2, way)
    expect(way.panel.value).toBeNull()
    expect(way.asks.value).toBe(true)
    expect(history.at).toBe(1)
  })

  test('one panel after the other makes one entry, and a step forward opens the last one again', () => {
    way.panel.value = 'more'
    way.panel.value = 'settings'
    expect(above()).toBe(2)
    history.step(-1, way)
    history.step(1, way)
    expect(way.panel.value).toBe('settings')
  })
})

describe('nothing is left behind', () => {
  test('by a panel that is closed by hand', () => {
    way.panel.value = 'chat'
    way.panel.value = null
    history.settle(way)
    expect(history.at).toBe(2)
    way.panel.value = 'more'
    expect(above()).toBe(2)
  })

  test('by a panel that opens while another one’s entry is being taken away', () => {
    way.panel.value = 'chat'
    way.panel.value = null
    way.panel.value = 'people'
    history.settle(way)
    expect(history.at).toBe(3)
    expect(history.state).toMatchObject({ panel: 'people' })
    expect(history.step(-1, way)).toBe('ours')
    expect(way.panel.value).toBeNull()
  })

  test('by a room that one leaves by its button, or is removed from', () => {
    way.panel.value = 'chat'
    way.leave()
    const done: string[] = []
    way.whenStill(() => done.push('home'))
    expect(done).toEqual([])
    history.settle(way)
    expect(done).toEqual(['home'])
    expect(history.at).toBe(1)
    expect(way.panel.value).toBeNull()
    // What stands ahead leads nowhere any more.
    history.step(1, way)
    expect(history.at).toBe(1)
    expect(history.step(-1, way)).toBe('elsewhere')
  })

  test('by a room that ends while one is asked', () => {
    history.step(-1, way)
    way.leave()
    expect(way.asks.value).toBe(false)
    expect(history.at).toBe(1)
    expect(history.step(-1, way)).toBe('elsewhere')
  })
})

test('a browser that does not step back keeps nobody from going home', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  way.leave()
  const done: string[] = []
  way.whenStill(() => done.push('home'))
  vi.advanceTimersByTime(4_999)
  expect(done).toEqual([])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['home'])
})

test('a page that is loaded again goes on where it was, without the panel', () => {
  way.panel.value = 'chat'
  const again = new RoomHistory(history)
  // As long as it is on its way into the room, all stays as it is.
  history.settle(again)
  again.enter(ROOM)
  history.settle(again)
  expect(again.panel.value).toBeNull()
  expect(history.at).toBe(2)
  history.step(-1, again)
  expect(again.asks.value).toBe(true)
})

test('a page that is loaded again and is in no room goes back to the room’s own entry', () => {
  way.panel.value = 'chat'
  const again = new RoomHistory(history)
  again.leave()
  history.settle(again)
  expect(history.at).toBe(1)
})

test('something written behind the address is no step back', () => {
  history.pushState(null, '', `${ROOM}#here`)
  expect(way.stepped(history.address)).toBe('ours')
  expect(way.asks.value).toBe(false)
  history.step(-1, way)
  expect(way.asks.value).toBe(true)
})

describe('behind the address of an encrypted room', () => {
  const [ours, theirs] = [newRoomSecret(), newRoomSecret()]
  const LINK = `${ROOM}#k=${ours}`

  beforeEach(() => {
    history = new FakeHistory()
    history.entries[1] = { state: null, address: LINK }
    way = new RoomHistory(history)
    way.enter(LINK)
  })

  test.each([
    ['gone', ROOM],
    ['overwritten', `${ROOM}#here`],
  ])('a secret that is %s is put back, and one stays in the room', (_what, address) => {
    history.pushState(null, '', address)
    expect(way.stepped(history.address)).toBe('ours')
    expect(history.entries.slice(1).map((entry) => entry.address)).toEqual([LINK, LINK, LINK, LINK])
    expect(way.asks.value).toBe(false)
    history.step(-1, way)
    expect(way.asks.value).toBe(true)
  })

  test('an entry from before the link was changed is the room’s, and has the new link from then on', () => {
    const [second, third] = [`${ROOM}#k=${theirs}`, `${ROOM}#k=${newRoomSecret()}`]
    for (const link of [second, third]) {
      history.replaceState(history.state, '', link)
      way.changeLink(link)
    }
    history.step(-1, way)
    expect([way.asks.value, history.address]).toEqual([true, third])
    way.stay()
    way.leave()
    history.settle(way)
    expect([history.at, history.address]).toEqual([1, third])
  })

  test('the same secret in other words is the same place', () => {
    history.pushState(null, '', `${ROOM}#here&k=${ours}`)
    expect(way.stepped(history.address)).toBe('ours')
    expect(history.address).toBe(`${ROOM}#here&k=${ours}`)
  })

  test.each([
    ['another one', theirs],
    ['one that was cut', ours.slice(1)],
  ])('%s is another link', (_what, secret) => {
    history.pushState(null, '', `${ROOM}#k=${secret}`)
    expect(way.stepped(history.address)).toBe('elsewhere')
  })

  test('a secret behind the address of a room that has none is another link', () => {
    way = new RoomHistory(history)
    way.enter(ROOM)
    history.pushState(null, '', LINK)
    expect(way.stepped(history.address)).toBe('elsewhere')
  })
})

test('the entry of another room is elsewhere, whatever a page has written into it', () => {
  history.pushState({ essaim: 'panel', panel: 'constructor' }, '', 'https://essaim.example/other')
  expect(way.stepped(history.address)).toBe('elsewhere')
})

test('within another page, its history stays as it is', () => {
  const embedded = new RoomHistory(null)
  embedded.enter(ROOM)
  embedded.panel.value = 'chat'
  let done = false
  embedded.whenStill(() => {
    done = true
  })
  expect(done).toBe(true)
  expect(embedded.panel.value).toBe('chat')
})
