import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { PageEvent } from '../../protocol/page-edge/events.ts'
import type { GroupDescription } from '../../protocol/page-edge/group.ts'
import type { RoomMessage } from '../../protocol/page-edge/messages.ts'
import { pageContract, type Welcome } from '../../protocol/page-edge/requests.ts'
import { newRoomSecret } from '../../web/core/encryption/room-secret.ts'
import { gather } from './support/gathering.ts'
import { leaksIn } from './support/leaks.ts'
import { type Lies, LyingEdge } from './support/lying-edge.ts'
import type { JoinWishes, Person } from './support/person.ts'
import { meet, PATIENCE } from './support/somebody.ts'
import { reads as readsIn, writes as writesIn } from './support/write-and-read.ts'

/** An edge that lies to one page of an encrypted room, or to all: what that page shows, plays and says then. */

const here = gather()
const secret = newRoomSecret()
/** Names and words that stand nowhere by chance. */
const [ADA, BEN] = ['Adalgisa', 'Benvenuta']
const [VIOLETS, HYACINTHS, MARIGOLDS, ASTERS] = ['violets', 'hyacinths', 'marigolds', 'yellow asters']
const quiet = { mic: false, cam: false } as const
/** So many packets tell what can be decoded of them: a second of voices and pictures. */
const ENOUGH_PACKETS = 200

type Instead = NonNullable<Lies['instead']>

interface Lied {
  readonly person: Person
  readonly edge: LyingEdge
}

/** Somebody whose edge lies; they need not be in the room in the end. */
async function comes(room: string, name: string, lies: Lies = {}, wishes: JoinWishes = {}): Promise<Lied> {
  const { mic = true, cam = true } = wishes
  const person = await here.arrive(name, { steadyVoice: true, ...wishes })
  const edge = await LyingEdge.before(person.page, lies)
  const query = new URLSearchParams({ name, join: '', mic: mic ? '1' : '0', cam: cam ? '1' : '0' })
  await person.visit(`${here.url}/${room}?${query}#k=${secret}`)
  return { person, edge }
}

async function isIn(coming: Promise<Lied>): Promise<Lied> {
  const lied = await coming
  await lied.person.inRoom()
  return lied
}

/** Ada and Ben, who are told the truth, and see and hear each other. */
async function two(room: string): Promise<[Lied, Lied]> {
  const both = [await isIn(comes(room, ADA)), await isIn(comes(room, BEN))] as const
  await meet(both[0].person, both[1].person)
  return [...both]
}

const totals = ({ page }: Person) => page.evaluate(() => window.received.totals())

/** Media comes to somebody, and nothing is made of it. */
async function playsNothing({ person }: Lied): Promise<void> {
  await expect.poll(async () => (await totals(person)).packets, PATIENCE).toBeGreaterThan(ENOUGH_PACKETS)
  expect(await totals(person)).toMatchObject({ frames: 0, energy: 0 })
}

const isTold = ({ person }: Lied): Promise<void> => person.page.locator('[data-notice="tampered"]').waitFor()

const writes = ({ person }: Lied, words: string): Promise<void> => writesIn(person, words)
const reads = ({ person }: Lied): Promise<string[]> => readsIn(person)

/** Nothing of what anybody is called or wrote, nor the link's secret, went by the edge of any of them. */
function nothingIsPlain(...all: readonly Lied[]): void {
  const texts = all.flatMap(({ edge }) => [...edge.said, ...edge.told])
  expect(texts.length).toBeGreaterThan(10)
  for (const words of [ADA, BEN, 'Cyprian', 'Dorothea', 'Emerentia', VIOLETS, HYACINTHS, MARIGOLDS, ASTERS])
    expect(texts.filter((text) => text.toLowerCase().includes(words.toLowerCase()))).toEqual([])
  expect(leaksIn(texts, secret)).toEqual([])
}

/** All that a lie about one person says of the other one instead. */
function swapped(welcome: Welcome): Welcome {
  const [one, other] = welcome.peers
  if (!one || !other) throw new Error('nobody to swap')
  const names = new Map([
    [one.id, other.name],
    [other.id, one.name],
  ])
  return {
    ...welcome,
    peers: welcome.peers.map((peer) => ({ ...peer, name: names.get(peer.id) ?? peer.name })),
  }
}

/** One sends what the other does: producers and consumers have another owner. */
function exchanged(welcome: Welcome): Welcome {
  const { peers, media } = welcome
  const [one, other] = peers
  if (!one || !other || !media) throw new Error('nothing to exchange')
  const producers = new Map([
    [one.id, other.producers],
    [other.id, one.producers],
  ])
  const owners = new Map([
    [one.id, other.id],
    [other.id, one.id],
  ])
  return {
    ...welcome,
    peers: peers.map((peer) => ({ ...peer, producers: producers.get(peer.id) ?? peer.producers })),
    media: {
      ...media,
      consumers: media.consumers.map((each) => ({ ...each, peer: owners.get(each.peer) ?? each.peer })),
    },
  }
}

/** Everybody is called as the edge likes. */
const stripped = (welcome: Welcome): Welcome => ({
  ...welcome,
  peers: welcome.peers.map((peer) =>
    peer.id === welcome.self
      ? peer
      : { ...peer, name: 'Somebody' as Welcome['peers'][number]['name'] & string },
  ),
})

/** A lie about who sends what holds: nothing true is told of media later, as where somebody’s is renewed. */
function withoutMedia(event: PageEvent): readonly PageEvent[] {
  return ['producer-added', 'consumer-added', 'media-started'].includes(event.event) ? [] : [event]
}

/** Each message once more, as if it were said now, under its own number and another one, and as another person's. */
function toldAgain(event: PageEvent): readonly PageEvent[] {
  if (event.event !== 'message') return [event]
  const { message } = event
  const others = [
    { ...message },
    { ...message, id: message.id + 1_000 },
    { ...message, id: message.id + 2_000, from: 'somebody-else' as RoomMessage['from'] },
  ]
  return [event, ...others.map((other) => ({ event: event.event, message: other }))]
}

/** The same messages, the last one under the first one's number. */
function reversed(history: object): object {
  const { messages } = v.parse(pageContract['message-history'].result, history)
  const last = messages.toReversed()
  return { messages: messages.map(({ id }, index) => ({ ...last[index], id })), more: false }
}

/** Whatever it is offered, there is a newer group already. */
function isLateForEver({ epoch, info }: GroupDescription): Instead {
  let newest = epoch
  return (request) => {
    if (request !== 'commit') return null
    newest += 1
    return { result: { is: 'stale', group: { epoch: newest, info } } }
  }
}

/** As an edge says it that knows nothing of encryption, too: it does not say it. */
const unencrypted = ({ encrypted: _, ...room }: Welcome['room']): Welcome['room'] => ({
  ...room,
  encrypted: false,
})

test('K2 K22 K23 names that are exchanged or replaced, and streams that are somebody else’s: nothing of it is played, the page says so, and nothing is plain', async () => {
  const [ada, ben] = await two('renamed')
  const lies = [swapped, exchanged, stripped].map((welcome) => ({ welcome, event: withoutMedia }))
  const deceived = await Promise.all(lies.map((lie) => isIn(comes('renamed', 'Cyprian', lie, quiet))))
  await Promise.all(deceived.map(playsNothing))
  await writes(ada, VIOLETS)
  await expect.poll(() => reads(ben), PATIENCE).toEqual([VIOLETS])
  const [bySwap, , byStrip] = deceived
  for (const each of [bySwap, byStrip]) {
    if (!each) throw new Error('nobody')
    await isTold(each)
    expect(await reads(each)).toEqual([])
  }
  await meet(ada.person, ben.person)
  nothingIsPlain(ada, ben, ...deceived)
})

test('K5 an edge that says that the room is not encrypted, at once or later, or that is of an older version: the page goes, and has said nothing plain', async () => {
  const atOnce = comes('lowered', ADA, {
    welcome: (welcome) => ({ ...welcome, room: unencrypted(welcome.room) }),
  })
  const older = comes('lowered', BEN, {
    instead: (request) => (request === 'join' ? { error: 'unsupported-protocol' } : null),
  })
  let settings: Welcome['room'] | null = null
  const later = await isIn(
    comes('lowered', 'Cyprian', {
      welcome: (welcome) => {
        settings = welcome.room
        return welcome
      },
    }),
  )
  const wentFrom = (lied: Lied, selector: string) => lied.person.page.locator(selector).waitFor()
  const ends = [await atOnce, await older] as const
  await wentFrom(ends[0], 'main[data-view="link"][data-reason="not-encrypted"]')
  await wentFrom(ends[1], 'main[data-ending="unsupported-protocol"]')
  for (const { edge } of ends) expect(edge.requests).toEqual(['join'])
  await later.person.tile('Cyprian').locator('video').waitFor()
  await writes(later, HYACINTHS)
  await expect.poll(() => later.edge.requests, PATIENCE).toContain('send-message')
  if (!settings) throw new Error('no welcome')
  later.edge.tell({ event: 'room-settings-changed', room: unencrypted(settings) })
  await wentFrom(later, 'main[data-view="link"][data-reason="not-encrypted"]')
  nothingIsPlain(...ends, later)
})

test('K4 messages that are told again, as somebody else’s, or in another order are each read once at most, in their order', async () => {
  const [ada, ben] = [await isIn(comes('again', ADA, {}, quiet)), await isIn(comes('again', BEN, {}, quiet))]
  const again = await isIn(comes('again', 'Cyprian', { event: toldAgain }, quiet))
  for (const words of [VIOLETS, HYACINTHS, MARIGOLDS]) await writes(ada, words)
  await writes(ben, ASTERS)
  const all = [VIOLETS, HYACINTHS, MARIGOLDS, ASTERS]
  for (const each of [ben, again]) await expect.poll(() => reads(each), PATIENCE).toEqual(all)
  await isTold(again)
  const late = await isIn(
    comes(
      'again',
      'Cyprian',
      { answer: (asked, it) => (asked === 'message-history' ? reversed(it) : it) },
      quiet,
    ),
  )
  await isTold(late)
  // Of those of one person that stand in another order, one is left; nobody is another one's.
  await expect.poll(() => reads(late), PATIENCE).toEqual([ASTERS, MARIGOLDS])
  nothingIsPlain(ada, ben, again, late)
})

/** Takes every change for itself, and tells nobody of it. */
const takesForItself: Instead = (request) => (request === 'commit' ? { result: { is: 'taken' } } : null)

test('K33 K40 newcomers who are shown a group of before, or none, or whose changes come too late for ever, and somebody who is not told of one, or that the link is another by it: nobody is heard by keys of before, those people are told, and all others go on', async () => {
  const ada = await isIn(comes('grouped', ADA))
  const groups: GroupDescription[] = []
  const noted: NonNullable<Lies['welcome']> = (welcome) => {
    if (welcome.group) groups.push(welcome.group)
    return welcome
  }
  const ben = await isIn(comes('grouped', BEN, { welcome: noted }))
  await meet(ada.person, ben.person)
  const [before] = groups
  if (!before) throw new Error('no group')
  const deceived = await Promise.all(
    [
      { welcome: (welcome: Welcome) => ({ ...welcome, group: before }), instead: takesForItself },
      { welcome: (welcome: Welcome) => ({ ...welcome, group: null }), instead: takesForItself },
      { instead: isLateForEver(before) },
    ].map((lies) => isIn(comes('grouped', 'Cyprian', lies, quiet))),
  )

  // One change is kept from Ben; with the next one he notices, and is in the group again.
  let dropped = 0
  ben.edge.lies = {
    event: (event) => {
      if (event.event !== 'group-changed' || dropped > 0) return [event]
      dropped += 1
      return []
    },
  }
  const dora = await isIn(comes('grouped', 'Dorothea', {}, quiet))
  await Promise.all([dora.person.hears(ADA), dora.person.watches(ADA)])
  expect(dropped).toBe(1)

  // Of another one he is told that the link is changed by it: he goes by no other link, and is in the group again.
  const address = ben.person.page.url()
  let pretended = 0
  ben.edge.lies = {
    event: (event) => {
      if (event.event !== 'group-changed' || pretended > 0) return [event]
      pretended += 1
      return [{ ...event, changesLink: true }]
    },
  }
  // Whoever comes changes the group by themselves; somebody who goes may be removed by Ben, who is then told of nothing.
  const emerentia = await isIn(comes('grouped', 'Emerentia', {}, quiet))
  await expect.poll(() => pretended, PATIENCE).toBe(1)
  await meet(ada.person, ben.person)
  expect(ben.person.page.url()).toBe(address)
  expect(await ben.person.page.locator('[data-notice="keys-new-link"]').count()).toBe(0)

  for (const each of deceived) {
    await isTold(each)
    await playsNothing(each)
  }
  // They are there, and not in her group.
  await isTold(ada)
  nothingIsPlain(ada, ben, dora, emerentia, ...deceived)
})
