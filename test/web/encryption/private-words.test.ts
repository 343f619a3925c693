import { beforeEach, describe, expect, test, vi } from 'vitest'
import { MAX_LEAF_KEYS } from '../../../protocol/limits.ts'
import { isShortEnough, type MessageKind, rulesOf } from '../../../protocol/page-edge/message-kinds.ts'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type { MessagePayload, Sealed } from '../../../protocol/page-edge/sealed.ts'
import { type Letter, open, type Purpose, seal } from '../../../web/core/encryption/envelope.ts'
import { LeafKeys } from '../../../web/core/encryption/leaf-keys.ts'
import { UNREADABLE } from '../../../web/core/encryption/opened.ts'
import { newStay, type Stay } from '../../../web/core/encryption/stay.ts'
import { contentKeysOf, newLeaf, openedBy, quietFacts, SealingPage, sealedRoom } from './sealed-room.ts'

/** The number of the content key that all have. */
const KEY = 3

type Leaf = Awaited<ReturnType<typeof newLeaf>>

type Room = Awaited<ReturnType<typeof sealedRoom>>
let room: Room
let leaves: Map<Stay, Leaf>
let sent: number
let settled: () => Promise<void>

/** All who are in the group learn the leaves as they are now. */
function enter(...pages: readonly SealingPage[]): void {
  const told = new Map([...leaves].map(([stay, leaf]) => [stay, leaf.told]))
  for (const page of pages) {
    const leaf = leaves.get(page.sealing.stay)
    if (leaf) page.leafKeys.take(leaf.own, told)
  }
}

/** That page is in the room, and knows who is there. */
async function attend(page: SealingPage): Promise<void> {
  const { opening } = openedBy(page)
  opening.welcomed({ ...room.whole(), self: page.id })
  await opening.history([])
}

beforeEach(async () => {
  settled = () => Promise.resolve()
  const facts = { ...quietFacts(), settled: () => settled() }
  room = await sealedRoom({ by: KEY, facts })
  const { ada, ben, cy } = room
  leaves = new Map()
  for (const { sealing } of [ada, ben, cy]) leaves.set(sealing.stay, await newLeaf())
  sent = 100
  await Promise.all([attend(ada), attend(ben), room.welcome()])
  enter(ada, ben, cy)
})

/** What somebody sends to one person, as the edge has it. */
async function write(from: SealingPage, to: SealingPage, payload: string, kind: MessageKind = 'chat') {
  sent += 1
  const number = sent
  const addressee = { to: 'peer', peer: to.id } as const
  const sealed = await from.sealing.sendMessage(
    { kind, addressee },
    { payload, number },
    async (said) => said,
  )
  const message: RoomMessage = {
    id: number,
    from: from.id,
    name: from.introduction,
    kind,
    addressee,
    at: number,
    payload: sealed,
  }
  return message
}

const sealedOf = ({ payload }: { readonly payload: MessagePayload }): Sealed =>
  typeof payload === 'string' ? expect.unreachable('it is sealed') : payload.sealed

const purposeOf = ({ kind }: RoomMessage, from: SealingPage, to: SealingPage): Purpose => [
  'to one',
  'message',
  'thursday',
  from.sealing.stay,
  kind,
  'peer',
  to.id,
  null,
]

/** What whoever has the content key finds in an envelope. */
async function letterOf(message: RoomMessage, from: SealingPage, to: SealingPage): Promise<Letter> {
  const key = await room.ben.contentKeys.whenKnown()
  const letter = await open(key, purposeOf(message, from, to), sealedOf(message))
  return letter ?? expect.unreachable('they have the content key')
}

describe('K41 a message for one person', () => {
  test.each(['chat', 'file', 'consent'] as const)('of kind %s is read by that one', async (kind) => {
    const message = await write(room.ada, room.cy, 'only for you', kind)
    expect(await room.hear(message)).toMatchObject({ payload: 'only for you', from: room.ada.id })
    expect(room.tampered()).toBe(0)
  })

  test('is read by nobody else who has all content keys, and all that the edge has', async () => {
    const { ada, ben, cy } = room
    const message = await write(ada, cy, 'only for you')
    const { kind, addressee } = message
    const { sealing, leafKeys, contentKeys } = ben
    const key = await contentKeys.whenKnown()
    const said = [sealedOf(message), ada.sealing.stay] as const
    expect(await sealing.messages.open(key, { kind, addressee }, said[1], said[0])).toBeNull()
    const opened = await sealing.messages.openToOne(key, { kind, addressee }, said[1], said[0], 'before')
    expect(opened?.payload).toBe(UNREADABLE)
    const { bytes, number } = await letterOf(message, ada, cy)
    expect(new TextDecoder().decode(bytes)).not.toContain('only')
    for (const to of [cy, ben]) {
      const bound = ['private message', 'thursday', said[1], to.sealing.stay, kind, to.id, number]
      const info = new TextEncoder().encode(JSON.stringify(bound))
      expect(await leafKeys.open(bytes.subarray(8), info)).toBeNull()
    }
  })

  test.each(['chat', 'file', 'consent'] as const)(
    'K3 of kind %s may be all that its kind allows',
    async (kind) => {
      const { maxLength, rate } = rulesOf(kind)
      const longest = (rate.bytesPerUnit === 3 ? '語' : 'x').repeat(maxLength)
      const { payload } = await write(room.ada, room.cy, longest, kind)
      expect(isShortEnough(kind, payload)).toBe(true)
    },
  )

  test('two of the same words have nothing in common', async () => {
    const { ada, cy } = room
    const [one, other] = [await write(ada, cy, 'yes'), await write(ada, cy, 'yes')]
    const [first, second] = [await letterOf(one, ada, cy), await letterOf(other, ada, cy)]
    expect(first.bytes.subarray(8)).not.toEqual(second.bytes.subarray(8))
  })

  test('is nobody else’s by what the edge says of it', async () => {
    const { ada, ben, cy } = room
    const forBen = await write(ada, ben, 'for ben')
    expect(await room.hear({ ...forBen, addressee: { to: 'peer', peer: cy.id } })).toBeNull()
    const forCy = await write(ada, cy, 'for cy')
    expect(await room.hear({ ...forCy, kind: 'consent' })).toBeNull()
    expect(await room.hear({ ...forCy, from: ben.id, name: ben.introduction })).toBeNull()
    expect(await room.hear({ ...forCy, addressee: { to: 'everyone' } })).toBeNull()
    expect(room.tampered()).toBe(4)
    expect(await room.hear(forCy)).toMatchObject({ payload: 'for cy' })
  })

  test('cannot be put by another member into an envelope of theirs, of another kind, or under another number', async () => {
    const { ada, ben, cy } = room
    const message = await write(ada, cy, 'for cy')
    const letter = await letterOf(message, ada, cy)
    const key = await ben.contentKeys.whenKnown()
    const asOthers = async (from: SealingPage, change: Partial<RoomMessage>, number = letter.number) => {
      const other = { ...message, from: from.id, name: from.introduction, ...change }
      const sealed = await seal(key, purposeOf(other, from, cy), { ...letter, number })
      return { ...other, payload: { sealed } }
    }
    expect(await room.hear(await asOthers(ben, { id: 900 }))).toBeNull()
    expect(await room.hear(await asOthers(ada, { id: 901, kind: 'consent' }))).toBeNull()
    expect(await room.hear(await asOthers(ada, { id: 902 }, letter.number + 1_000))).toBeNull()
    expect(room.tampered()).toBe(3)
    // Bound to all that it was, it is still the same message: it is taken once.
    expect(await room.hear(await asOthers(ada, { id: 903 }))).toMatchObject({ payload: 'for cy' })
    expect(await room.hear(message)).toBeNull()
    expect(room.tampered()).toBe(1)
  })

  test('counts once, and is known again where the history brings it, also when its key is gone', async () => {
    const { ada, cy } = room
    const message = await write(ada, cy, 'once')
    expect(await room.hear(message)).toMatchObject({ payload: 'once' })
    expect(await room.hear({ ...message, id: 900 })).toBeNull()
    expect(await room.hear(message)).toBeNull()
    expect(room.tampered()).toBe(2)
    cy.leafKeys.close()
    expect(await room.opening.history([message])).toMatchObject([{ payload: 'once' }])
    expect(room.tampered()).toBe(0)
  })

  test('is known to whoever sent it', async () => {
    const { ada, cy } = room
    const own = await write(cy, ada, 'what I wrote')
    expect(await room.opening.history([own])).toMatchObject([{ payload: 'what I wrote', from: cy.id }])
    expect(room.tampered()).toBe(0)
  })

  test('is read also where its receiver has had another key since, but not after too many', async () => {
    const { ada, cy } = room
    const early = await write(ada, cy, 'before')
    const late = await write(ada, cy, 'long before')
    const anew = async (): Promise<void> => {
      leaves.set(cy.sealing.stay, await newLeaf())
      enter(cy)
    }
    for (let i = 1; i < MAX_LEAF_KEYS; i += 1) await anew()
    expect(await room.hear(early)).toMatchObject({ payload: 'before' })
    await anew()
    expect(await room.hear(late)).toBeNull()
    expect(room.tampered()).toBe(1)
    expect(await room.opening.history([late])).toMatchObject([{ payload: UNREADABLE }])
    expect(room.tampered()).toBe(0)
  })

  test('waits for a commit of ours that others heard of before us', async () => {
    const { ada, cy } = room
    leaves.set(cy.sealing.stay, await newLeaf())
    enter(ada)
    const message = await write(ada, cy, 'to the new one')
    settled = async () => enter(cy)
    expect(await room.hear(message)).toMatchObject({ payload: 'to the new one' })
    expect(room.tampered()).toBe(0)
  })

  test('to a page that was loaded anew is one that cannot be read, and no lie', async () => {
    const { ada, ben, cy } = room
    const [before, own] = [await write(ada, cy, 'to the page before'), await write(cy, ada, 'from it')]
    const page = await SealingPage.enter('cy', room.secret, { by: KEY })
    const heard: string[] = []
    const { opening, tampered } = openedBy(page, {
      happened: (event) => event.event === 'message' && heard.push(event.message.payload),
    })
    opening.welcomed({ ...room.whole([ada, ben, page]), self: cy.id })
    // Sent before its sender heard of the page of now.
    opening.happened({ event: 'message', message: await write(ada, cy, 'on its way') })
    const history = await opening.history([before, own])
    expect(history.map(({ payload }) => payload)).toEqual([UNREADABLE, UNREADABLE])
    expect(heard).toEqual([UNREADABLE])
    expect(tampered()).toBe(0)
  })

  test('goes by the content key alone where there is no group, and so do votes: who asked reads them after a reload', async () => {
    const { ada, ben, cy } = room
    const vote = await write(ada, cy, 'a vote', 'vote')
    for (const { leafKeys } of [ada, cy]) leafKeys.leaveGroup()
    const chat = await write(ada, cy, 'in a crowd')
    for (const message of [vote, chat]) {
      const { kind, addressee } = message
      const key = await ben.contentKeys.whenKnown()
      const opened = await ben.sealing.messages.open(
        key,
        { kind, addressee },
        ada.sealing.stay,
        sealedOf(message),
      )
      expect(opened).not.toBeNull()
      expect(await room.hear(message)).not.toBeNull()
    }
    expect(room.tampered()).toBe(0)
  })

  test('comes under the content keys that hold, as all that is said does', async () => {
    const { ada, cy } = room
    const message = await write(ada, cy, 'under 3')
    cy.contentKeys.take(contentKeysOf(4), 4)
    expect(await room.hear(message)).toBeNull()
    expect(room.tampered()).toBe(1)
  })
})

describe('K41 the keys of leaves', () => {
  const LONG_MS = 60_000

  test('of ours are zeros when they are too old, or when one has left', async () => {
    const keys = new LeafKeys()
    const all = await Promise.all(Array.from({ length: MAX_LEAF_KEYS + 1 }, newLeaf))
    const copied = vi.spyOn(Uint8Array, 'from')
    for (const { own } of all) keys.take(own, new Map())
    const copies = copied.mock.results.map(({ value }) => value)
    copied.mockRestore()
    const areZeros = () => copies.map((copy) => copy.every((byte: number) => byte === 0))
    expect(areZeros()).toEqual([true, ...all.slice(1).map(() => false)])
    keys.close()
    expect(areZeros()).not.toContain(false)
  })

  test('of whoever has just come are waited for, once', async () => {
    const [keys, { own, told }] = [new LeafKeys(), await newLeaf()]
    const [stay, never] = [newStay(), newStay()]
    expect(await keys.of(stay, LONG_MS)).toBeNull()
    keys.take(own, new Map())
    const comes = keys.of(stay, LONG_MS)
    keys.take(own, new Map([[stay, told]]))
    expect(await comes).toEqual(told)
    expect(await keys.of(never, 0)).toBeNull()
    expect(await keys.of(never, LONG_MS)).toBeNull()
    const leaves = keys.of(newStay(), LONG_MS)
    keys.leaveGroup()
    expect(await leaves).toBeNull()
  })
})
