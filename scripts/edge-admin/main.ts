// What `npm run edge` runs once everything is installed.
import { createHash, randomBytes } from 'node:crypto'
import { writeInvitation } from '../../protocol/http/invitation.ts'
import type { InvitationRequest } from '../../protocol/http/lending.ts'
import type { NodeId } from '../../protocol/ids.ts'
import { explainAndExit } from '../setup/problem.mjs'
import { AdminClient } from './admin-client.ts'
import { nodeTable } from './node-table.ts'
import { type Access, type Command, readCommand, USAGE } from './options.ts'
import { newOwnNode } from './own-node.ts'
import { turnSummary } from './turn-summary.ts'

async function obey(command: Command): Promise<void> {
  switch (command.command) {
    case 'help':
      return console.log(USAGE)
    case 'secret':
      return makeSecret()
    case 'own-node':
      return makeOwnNode(command.node, command.edge)
    case 'invite':
      return invite(command.access, command.wish)
    case 'nodes':
      return console.log(nodeTable(await new AdminClient(command.access).nodes()))
    case 'turn':
      return console.log(turnSummary(await new AdminClient(command.access).turn()))
    default:
      return order(command.access, command.node, command.command)
  }
}

function makeSecret(): void {
  const secret = randomBytes(32).toString('base64url')
  console.log(`ESSAIM_ADMIN_SECRET=${secret}`)
  console.log(`ADMIN_SECRET_HASH=${createHash('sha256').update(secret).digest('hex')}`)
}

/** As with an invitation, scripts can take what goes to standard output. */
async function makeOwnNode(node: NodeId, edge: URL): Promise<void> {
  const { lines, explanation } = await newOwnNode(node, edge)
  console.log(lines.join('\n'))
  console.error(`\n${explanation}`)
}

/** Only the invitation goes to standard output, so that a script can take it. */
async function invite(access: Access, wish: InvitationRequest): Promise<void> {
  const { code, until } = await new AdminClient(access).invite(wish)
  const day = new Date(until).toISOString().slice(0, 10)
  console.error(`Good for one node, until ${day}. Whoever reads it can use it:`)
  console.log(writeInvitation({ edge: access.edge.href, code }))
}

async function order(access: Access, node: NodeId, word: string): Promise<void> {
  const { adminState, rooms } = await new AdminClient(access).order(node, word)
  console.log(`${node} is ${adminState}; rooms on it: ${rooms}.`)
}

try {
  await obey(readCommand(process.argv.slice(2), process.env))
} catch (error) {
  explainAndExit(error)
}
