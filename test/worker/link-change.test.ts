import { runInDurableObject } from 'cloudflare:test'
import * as v from 'valibot'
import { describe, expect, test, vi } from 'vitest'
import { LINK_CHANGE_MS } from '../../protocol/limits.ts'
import { LinkProof } from '../../protocol/page-edge/door.ts'
import type { PageParams, Welcome } from '../../protocol/page-edge/requests.ts'
import { PersonName } from '../../protocol/page-edge/sealed.ts'
import { sealedAs } from '../support/sealed-samples.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { PageClient } from './page-client.ts'
import { RoomOfTwo } from './room-of-two.ts'

const here = RoomOfTwo.ofEachTest('link-change')
const proof = (letter: string) => v.parse(LinkProof, letter.repeat(43))
const by = (link: string, letter: string): Partial<PageParams<'join'>> => ({
  linkProof: proof(link),
  name: v.parse(PersonName, { sealed: sealedAs(letter) }),
})

async function comes(letter: string, address: string, change: Partial<PageParams<'join'>> = by('r', letter)) {
  const page = await PageClient.open(here.name, address)
  return { page, is: await page.welcome(letter, change) }
}

/** Ada moderates an encrypted room that has a group; Ben and Cy are there. */
async function meeting() {
  const ada = await comes('a', '192.0.2.1')
  const ben = await comes('b', '192.0.2.2')
  const cy = await comes('c', '192.0.2.3')
  const founded = { epoch: 1, commit: null, info: sealedAs('i') }
  expect(await ada.page.ask('commit', founded)).toEqual({ is: 'taken' })
  return { ada, ben, cy }
}

const change = { epoch: 2, commit: sealedAs('c'), info: sealedAs('j'), newLink: proof('n') }
const back = ({ resumeToken: token, seq }: Welcome, media: 'kept' | 'gone') => ({
  resume: { token, seq, media },
})

/** What a client that was written by hand is told at the door, and with what its socket is closed. */
async function atTheDoor(brings: Partial<PageParams<'join'>>): Promise<unknown[]> {
  const eve = await PageClient.open(here.name, '192.0.2.66')
  const answer = await eve.join('Eve', brings)
  if (!('refused' in answer)) return [answer]
  const { code, reason } = await eve.closed
  return [answer.refused, code, reason]
}

const CHANGED = ['link-changed', 4403, 'link-changed']
const WRONG = ['wrong-link', 4403, 'wrong-link']

describe('D15 the link of a room, on real sockets', () => {
  test('is changed by a moderator, told in order, and stays so after the object was loaded anew', async () => {
    const { ada, ben, cy } = await meeting()
    cy.page.socket.close(4321, 'cut')
    await cy.page.closed
    expect(await ada.page.ask('commit', change)).toEqual({ is: 'taken' })
    await ben.page.event('group-changed')
    expect((await ben.page.event('group-changed')).data).toEqual({
      event: 'group-changed',
      epoch: 2,
      commit: change.commit,
      changesLink: true,
    })
    await evictAtRest(here.stub)
    expect(await atTheDoor(by('r', 'e'))).toEqual(WRONG)
    expect(await atTheDoor({ ...by('r', 'c'), ...back(cy.is, 'gone') })).toEqual(CHANGED)
    const again = await PageClient.open(here.name, '192.0.2.3')
    const missed = await again.join('c', { ...by('r', 'c'), ...back(cy.is, 'kept') })
    expect(missed).toMatchObject({
      kind: 'resumed',
      missed: expect.arrayContaining([
        { seq: expect.any(Number), data: expect.objectContaining({ epoch: 2, changesLink: true }) },
      ]),
    })
    await comes('d', '192.0.2.4', by('n', 'd'))
    const stored = await runInDurableObject(here.stub, (_, { storage }) =>
      JSON.stringify(storage.sql.exec('SELECT json FROM head').toArray()),
    )
    expect(stored).not.toContain(change.newLink)
  })

  test('is changed by nobody else who tries, and nobody notices', async () => {
    const { ada, ben } = await meeting()
    const before = [ada.page.inbox.rest.length, await ada.page.ask('describe-group', {})]
    expect(await ben.page.ask('commit', change)).toEqual({ refused: 'not-allowed' })
    expect(await ben.page.ask('remove-peer', { peer: ada.is.self, changesLink: true })).toEqual({
      refused: 'not-allowed',
    })
    expect([ada.page.inbox.rest.length, await ada.page.ask('describe-group', {})]).toEqual(before)
    expect(await atTheDoor(by('n', 'e'))).toEqual(WRONG)
    await comes('d', '192.0.2.4')
  })

  test('opens to nobody between a removal and the change, which is not waited for without an end', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { ada, ben, cy } = await meeting()
    expect(await ada.page.ask('remove-peer', { peer: cy.is.self, changesLink: true })).toEqual({})
    expect(await cy.page.closed).toMatchObject({ reason: 'removed' })
    await evictAtRest(here.stub)
    expect(await atTheDoor(by('r', 'e'))).toEqual(CHANGED)
    vi.setSystemTime(Date.now() + LINK_CHANGE_MS)
    const late = await comes('e', '192.0.2.5')
    await late.page.ask('leave', {})
    expect(await ada.page.ask('remove-peer', { peer: ben.is.self, changesLink: true })).toEqual({})
    expect(await ada.page.ask('commit', change)).toEqual({ is: 'taken' })
    expect(await atTheDoor({ ...by('r', 'b'), ...back(ben.is, 'kept') })).toEqual(WRONG)
    await comes('d', '192.0.2.4', by('n', 'd'))
  })

  test('D5 ends what somebody waits for in the lobby', async () => {
    const { ada } = await meeting()
    await ada.page.ask('set-lobby', { lobby: true })
    const eve = await PageClient.open(here.name, '192.0.2.66')
    expect(await eve.join('Eve', by('r', 'e'))).toMatchObject({ kind: 'waiting' })
    expect(await ada.page.ask('commit', change)).toEqual({ is: 'taken' })
    expect(await eve.closed).toMatchObject({ code: 4403, reason: 'link-changed' })
    await ada.page.event('knock-ended')
  })
})
