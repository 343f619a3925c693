import { createHash } from 'node:crypto'
import { chmod, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { writeInvitation } from '../../protocol/http/invitation.ts'
import { InvitationCode } from '../../protocol/http/lending.ts'
import { freePorts } from '../../scripts/network/held-ports.ts'
import { ROOT } from '../../scripts/setup/places.mjs'
import { hears, LentEdge, LentMachine } from './support/lent-edge.ts'
import { run } from './support/program.ts'

const registered = '"event":"node-registered"'

test('N10 N17 invited, joined, reached, stopped, and run again by what it remembers', async () => {
  const edge = await LentEdge.start()
  const invitation = await edge.invite('Bibliothèque de Lyon', '--place', 'Lyon', '--at', '45.76,4.84')
  const machine = await LentMachine.set()
  const joined = machine.join(invitation, '--max-rooms', '3', '--max-transfer', '500', '--region', 'eu-west')
  await hears(joined, registered)
  await edge.startOwnNode()
  await hears(joined, 'This node is reachable: rooms may come.')
  expect(joined.output()).toContain(
    'This machine is enrolled as bibliotheque-de-lyon, lent by Bibliothèque de Lyon.',
  )
  const key = path.join(machine.state, 'key.json')
  expect((await stat(key)).mode & 0o777).toBe(0o600)
  const { privateKey } = JSON.parse(await readFile(key, 'utf8'))
  expect(joined.output()).not.toContain(privateKey)
  joined.child.kill('SIGTERM')
  expect(await joined.exited).toBe(0)

  const again = machine.run()
  await hears(again, registered)
  await expect
    .poll(async () => (await edge.say(['nodes'])).output, { timeout: 20_000 })
    .toMatch(
      /^bibliotheque-de-lyon +active +0 +0 +0\.0 +0\.0 +yes +Bibliothèque de Lyon, Lyon +500 GB a month, 3 rooms$/m,
    )
  again.child.kill('SIGTERM')
  expect(await again.exited).toBe(0)
})

test('N10 why an invitation does not serve is said in a sentence', async () => {
  const edge = await LentEdge.start()
  const invitation = await edge.invite('Ada')
  const [first, second] = [await LentMachine.set(), await LentMachine.set()]
  const joined = first.join(invitation)
  await hears(joined, registered)

  const used = second.join(invitation)
  expect(await used.exited).toBe(4)
  expect(used.output()).toContain('This invitation was used already')
  // The key that was made for it serves the next invitation.
  const invited = second.join(await edge.invite('Ben'))
  await hears(invited, 'This machine is enrolled as ben')

  const twice = first.join(await edge.invite('Cleo'))
  expect(await twice.exited).toBe(5)
  expect(twice.output()).toContain(`This machine is enrolled already, as ada at ${edge.url}/`)

  const third = await LentMachine.set()
  const code = v.parse(InvitationCode, 'x'.repeat(43))
  const unknown = third.join(writeInvitation({ edge: edge.url, code }))
  expect(await unknown.exited).toBe(4)
  expect(unknown.output()).toContain('The edge does not know this invitation')

  const nowhere = `http://127.0.0.1:${await freePorts(1)}`
  const unreachable = third.join(writeInvitation({ edge: nowhere, code }))
  expect(await unreachable.exited).toBe(6)
  expect(unreachable.output()).toContain(`The edge at ${nowhere}/ cannot be reached (ECONNREFUSED)`)

  const strange = await LentMachine.set()
  const wrong = strange.join(invitation, '--max-rooms', 'many')
  expect(await wrong.exited).toBe(2)
  await expect(stat(strange.state)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a node without a safe key does not run', async () => {
  const edge = await LentEdge.start()
  const machine = await LentMachine.set()
  const stranger = machine.run()
  expect(await stranger.exited).toBe(5)
  expect(stranger.output()).toContain('join with an invitation first')
  const joined = machine.join(await edge.invite('Ada'))
  await hears(joined, registered)
  joined.child.kill('SIGTERM')
  await joined.exited
  const key = path.join(machine.state, 'key.json')
  await chmod(key, 0o644)
  const unsafe = machine.run()
  expect(await unsafe.exited).toBe(5)
  expect(unsafe.output()).toContain(`The key file ${key} can be read by others`)
})

test('N12 a revoked node ends with a sentence, and does not get in again', async () => {
  const edge = await LentEdge.start()
  const machine = await LentMachine.set()
  const node = machine.join(await edge.invite('Doubtful'))
  await hears(node, registered)
  expect((await edge.say(['revoke', 'doubtful'])).output).toContain('doubtful is revoked; rooms on it: 0.')
  expect(await node.exited).toBe(4)
  const sentence = "The edge refuses this node (revoked): the edge's operator has revoked this node."
  expect(node.output()).toContain(sentence)
  const again = machine.run()
  expect(await again.exited).toBe(4)
  expect(again.output()).toContain(sentence)
  const resumed = await edge.say(['resume', 'doubtful'])
  expect(resumed).toMatchObject({ code: 1, output: expect.stringContaining('invite it again') })
})

test('N11 M11 what the operator says is answered in a sentence', async () => {
  const edge = await LentEdge.start()
  await edge.invite('Ada')
  expect(await edge.say(['pause', 'nobody'])).toMatchObject({
    code: 1,
    output: expect.stringContaining('there is no node nobody'),
  })
  expect(await edge.say(['turn'])).toMatchObject({
    code: 0,
    output: expect.stringMatching(/Relayed in \d{4}-\d\d \(UTC\): 0\.000 GB of any amount\./),
  })
  expect(await edge.say(['nodes'], 'a-guess')).toMatchObject({
    code: 1,
    output: expect.stringContaining('the edge does not know that secret'),
  })
  expect(await edge.say(['invite', '--name', 'Ada', '--link', 'http://ada.example.org'])).toMatchObject({
    code: 2,
    output: expect.stringContaining('--link must be an address that begins with https://.'),
  })
})

test('a secret and its hash belong together', async () => {
  const { code, output } = await run({ args: [path.join(ROOT, 'scripts/edge-admin.mjs'), 'secret'] })
  expect(code).toBe(0)
  const [, secret, hash] =
    /^ESSAIM_ADMIN_SECRET=(\S{43})\nADMIN_SECRET_HASH=([0-9a-f]{64})\n$/.exec(output) ?? []
  expect(createHash('sha256').update(String(secret)).digest('hex')).toBe(hash)
})

test('N18 a lender whose ports are not reached is told which, and what to do', async () => {
  const edge = await LentEdge.start()
  await edge.startOwnNode()
  const machine = await LentMachine.set()
  // Nothing listens there, though it is this machine.
  const node = machine.join(await edge.invite('Closed'), '--announce', '127.0.0.9')
  await hears(node, 'This node is not reachable: no rooms come until it is.')
  await hears(node, `TCP ${machine.mediaPort} at 127.0.0.9 is refused: forward it to this machine`)
  await hears(node, `UDP ${machine.mediaPort} at 127.0.0.9 is refused`)
  // The log comes by another pipe than the sentences.
  await hears(node, '"event":"not-reachable"')
  expect((await edge.say(['nodes'])).output).toMatch(
    /^closed +active .* no \(not reachable\) +Closed .* UDP \d+ at 127\.0\.0\.9 is refused: .* \(and 1 more\)$/m,
  )
})
