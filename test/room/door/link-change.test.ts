import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { newResumeToken } from '../../../protocol/ids.ts'
import { LINK_CHANGE_MS, RESUME_GRACE_MS } from '../../../protocol/limits.ts'
import { SpokenWords } from '../../../protocol/page-edge/door.ts'
import type { PageParams, Welcome } from '../../../protocol/page-edge/requests.ts'
import { PAGE_EDGE } from '../../../protocol/version.ts'
import { sealedAs } from '../../support/sealed-samples.ts'
import { creatorKey, forget, knockAt, leave, linkProof, refusals, sealedName } from '../door-bench.ts'
import { RoomBench } from '../room-bench.ts'

const by = (link: string, name = 'n') => ({ linkProof: linkProof(link), name: sealedName(name) })
const key = { creatorKey: creatorKey('k') }

/** Ada owns an encrypted room, Ben moderates, Cy and Dan are there, and there is a group. */
function meeting() {
  const room = new RoomBench()
  const ada = room.welcomed('Ada', { ...by('r', 'a'), ...key })
  const [ben, cy, dan] = [by('r', 'b'), by('r', 'c'), by('r', 'd')].map((brings) =>
    room.welcomed('?', brings),
  )
  if (!ben || !cy || !dan) throw new Error('three came')
  room.ask(ada.self, { name: 'set-role', params: { peer: ben.self, role: 'moderator' } })
  room.ask(ada.self, { name: 'commit', params: { epoch: 1, commit: null, info: sealedAs('i') } })
  room.takeAll()
  return { room, ada, ben, cy, dan }
}

const change = (epoch = 2, link = 'n'): PageParams<'commit'> => ({
  epoch,
  commit: sealedAs('c'),
  info: sealedAs(`i${epoch}`),
  newLink: linkProof(link),
})
const changes = (room: RoomBench, { self }: Welcome, params = change()): void =>
  void room.ask(self, { name: 'commit', params })

const removes = (room: RoomBench, { self }: Welcome, { self: peer }: Welcome): void =>
  void room.ask(self, { name: 'remove-peer', params: { peer, changesLink: true } })

const cut = (room: RoomBench, { self: peer }: Welcome): void =>
  room.input({ on: 'socket-closed', peer, goingAway: false })

const back = ({ resumeToken: token, seq }: Welcome, media: 'kept' | 'gone' = 'gone') => ({
  resume: { token, seq, media },
})

/** Whether somebody with that link comes in now, and why not. */
function comes(room: RoomBench, link: string): string {
  room.takeAll()
  const { peer } = room.join('?', by(link))
  const [refused] = refusals(room)
  room.settle()
  return room.state.peers.has(peer) ? 'in' : (refused ?? 'nothing')
}

describe('D15 the link of an encrypted room', () => {
  test('is another one from the moment when a moderator’s change is taken, and everybody is told', () => {
    const { room, ben } = meeting()
    changes(room, ben)
    expect(room.told()).toEqual([
      {
        audience: { except: ben.self },
        event: { event: 'group-changed', epoch: 2, commit: sealedAs('c'), changesLink: true },
      },
    ])
    expect([comes(room, 'r'), comes(room, 'n')]).toEqual(['wrong-link', 'in'])
    expect(JSON.stringify(room.state)).not.toContain(linkProof('n'))
  })

  test('is changed by moderators alone, with a change that is taken, and with no group that is founded', () => {
    const { room, ben, cy } = meeting()
    const { door, ownersDoor } = room.state.head
    changes(room, cy)
    changes(room, ben, { ...change(), commit: null })
    expect(refusals(room)).toEqual(['not-allowed', 'bad-message'])
    expect(room.state.group?.epoch).toBe(1)
    changes(room, ben, change(3))
    expect(room.take('answer')).toMatchObject([{ result: { is: 'stale' } }])
    expect(room.state.head).toMatchObject({ door, ownersDoor, linkChanged: false })
    expect(comes(room, 'n')).toBe('wrong-link')
  })

  test('is changed once by what comes again, also of somebody who moderates no longer', () => {
    const { room, ada, ben } = meeting()
    changes(room, ben)
    room.ask(ada.self, { name: 'set-role', params: { peer: ben.self, role: 'participant' } })
    room.takeAll()
    changes(room, ben)
    expect(room.takeAll()).toMatchObject([{ do: 'answer', result: { is: 'taken' } }])
  })

  test('D2 is the new one at a kept door, for its creator as well', () => {
    const { room, ada, ben, cy, dan } = meeting()
    changes(room, ben)
    leave(room, ben, cy, dan, ada)
    expect(comes(room, 'r')).toBe('wrong-link')
    forget(room)
    expect([comes(room, 'r'), comes(room, 'n')]).toEqual(['wrong-link', 'in'])
    room.join('Ada', { ...by('r'), ...key })
    expect(refusals(room)).toEqual(['wrong-link'])
  })

  test('D12 is not told by the words of the former one', () => {
    const { room, ada } = meeting()
    const words = v.parse(SpokenWords, { proof: 's'.repeat(43), sealed: 's'.repeat(59) })
    room.ask(ada.self, { name: 'set-spoken-words', params: { words } })
    room.takeAll()
    changes(room, ada)
    expect(room.told().map(({ event }) => event)).toMatchObject([
      { event: 'group-changed' },
      { event: 'room-settings-changed', room: { spokenWords: null } },
    ])
    room.claim({ protocol: PAGE_EDGE.newest, proof: words.proof })
    expect(refusals(room)).toEqual(['wrong-words'])
  })

  test('D5 lets nobody in who waits, or was let in, by the former one, and counts it against nobody', () => {
    const { room, ada } = meeting()
    room.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
    const [eve, fay] = [knockAt(room, 'Eve', by('r')), knockAt(room, 'Fay', by('r'))]
    room.ask(ada.self, { name: 'admit', params: { knock: eve.id } })
    room.takeAll()
    changes(room, ada)
    const effects = room.takeAll()
    const closed = effects.flatMap((effect) => (effect.do === 'close-socket' ? [effect] : []))
    expect(closed.map(({ peer, code }) => [peer, code])).toEqual([
      [eve.id, 'link-changed'],
      [fay.id, 'link-changed'],
    ])
    const ended = effects.flatMap((effect) =>
      effect.do === 'tell' && effect.event.event === 'knock-ended' ? [effect.event.knock] : [],
    )
    expect(new Set(ended)).toEqual(new Set([fay.id]))
    expect(room.state.waiting.size).toBe(0)
    expect(room.state.head.knocks).toEqual([])
    room.join('Eve', { ...by('r'), ticket: eve.ticket })
    expect(refusals(room)).toEqual(['wrong-link'])
  })

  test('R3 welcomes nobody who came by the former one, and was not answered: who was there can come back', () => {
    const { room, ada, dan } = meeting()
    const { peer, request } = room.join('Eve', by('r'))
    const again = room.join('Dan', { ...by('r'), ...back(dan) })
    room.takeAll()
    changes(room, ada)
    const effects = room.takeAll()
    expect(effects.flatMap((effect) => (effect.do === 'refuse' ? [effect] : []))).toMatchObject([
      { peer: dan.self, request: again.request, error: { code: 'link-changed' } },
      { peer, request, error: { code: 'link-changed' } },
    ])
    expect(effects.flatMap((effect) => (effect.do === 'close-socket' ? [effect.peer] : []))).toEqual([
      dan.self,
      peer,
    ])
    room.settle()
    expect([room.state.peers.has(peer), room.state.peers.has(dan.self)]).toEqual([false, false])
    expect(room.welcomed('Dan', { ...by('n'), ...back(dan) }).self).toBe(dan.self)
  })
})

describe('D15 whoever the room knows when its link was changed', () => {
  test('R1 comes back by the former one where they get all that they missed, and the change with it', () => {
    const { room, ada, cy } = meeting()
    cut(room, cy)
    changes(room, ada)
    room.takeAll()
    room.join('Cy', { ...by('r', 'c'), ...back(cy, 'kept') })
    expect(room.take('replay')).toMatchObject([{ peer: cy.self, after: cy.seq }])
    expect(room.state.peers.get(cy.self)?.presence).toEqual({ is: 'here' })
  })

  test('R1 is told that it was changed where they do not, and comes back by the new one', () => {
    const { room, ada, cy } = meeting()
    cut(room, cy)
    changes(room, ada)
    room.takeAll()
    for (const media of ['gone', 'kept'] as const) {
      if (media === 'kept') room.heldAfter = room.state.head.seq
      room.join('Cy', { ...by('r', 'c'), ...back(cy, media) })
      expect(refusals(room)).toEqual(['link-changed'])
      expect(room.state.peers.get(cy.self)?.presence).toMatchObject({ is: 'away' })
    }
    expect(room.state.head.tries).toEqual([])
    expect(room.welcomed('Cy', { ...by('n', 'c'), ...back(cy) }).self).toBe(cy.self)
  })

  test('R6 is told so after the grace as well; nobody else is told that there was another', () => {
    const { room, ada, cy } = meeting()
    cut(room, cy)
    changes(room, ada)
    room.now += RESUME_GRACE_MS
    room.input({ on: 'alarm' })
    room.takeAll()
    room.join('Cy', { ...by('r', 'c'), ...back(cy, 'kept') })
    room.join('Eve', by('r'))
    room.join('Eve', { ...by('r'), resume: { ...back(cy).resume, token: newResumeToken() } })
    expect(refusals(room)).toEqual(['link-changed', 'wrong-link', 'wrong-link'])
    expect(room.welcomed('Cy', { ...by('n', 'c'), ...back(cy) }).self).toBe(cy.self)
  })

  test('D11 is asked for the link where it was not changed', () => {
    const { room, cy } = meeting()
    cut(room, cy)
    room.join('Cy', { ...by('x', 'c'), ...back(cy, 'kept') })
    expect(refusals(room)).toEqual(['wrong-link'])
  })
})

describe('D15 between the removal of somebody and the change', () => {
  test('A6 nobody new comes in, nor who was gone, nor the creator; whoever is in the room goes on', () => {
    const { room, ada, ben, cy, dan } = meeting()
    cut(room, cy)
    room.now += RESUME_GRACE_MS
    room.input({ on: 'alarm' })
    cut(room, ada)
    removes(room, ben, dan)
    expect(comes(room, 'r')).toBe('link-changed')
    room.join('Cy', { ...by('r', 'c'), ...back(cy, 'kept') })
    room.join('Ada', { ...by('r', 'a'), ...key })
    expect(refusals(room)).toEqual(['link-changed', 'link-changed'])
    room.join('Ada', { ...by('r', 'a'), ...back(ada, 'kept') })
    expect(room.take('replay')).toHaveLength(1)
    changes(room, ben)
    expect(comes(room, 'n')).toBe('in')
  })

  test('D5 nobody knocks, and nobody comes in who was let in', () => {
    const { room, ada, dan } = meeting()
    room.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
    const eve = knockAt(room, 'Eve', by('r'))
    room.ask(ada.self, { name: 'admit', params: { knock: eve.id } })
    removes(room, ada, dan)
    room.takeAll()
    room.join('Eve', { ...by('r'), ticket: eve.ticket })
    room.join('Fay', by('r'))
    expect(refusals(room)).toEqual(['link-changed', 'link-changed'])
  })

  test('is no longer than it may be, where the change does not come', () => {
    const { room, ben, dan } = meeting()
    removes(room, ben, dan)
    room.now += LINK_CHANGE_MS - 1
    expect(comes(room, 'r')).toBe('link-changed')
    room.now += 1
    expect(comes(room, 'r')).toBe('in')
  })

  test('A6 is asked for by moderators, of somebody who may be put out, in an encrypted room', () => {
    const { room, ada, ben, cy, dan } = meeting()
    removes(room, cy, dan)
    removes(room, ben, ada)
    expect(refusals(room)).toEqual(['not-allowed', 'not-allowed'])
    expect(comes(room, 'r')).toBe('in')
    const plain = new RoomBench()
    const [first, second] = [plain.welcomed('Ada'), plain.welcomed('Ben')]
    removes(plain, first, second)
    expect(refusals(plain)).toEqual(['not-encrypted'])
    expect(plain.state.peers.has(second.self)).toBe(true)
  })
})
