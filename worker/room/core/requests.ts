import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import { reportPath } from '../accounting/turn-usage.ts'
import { setConstantRate, setLobby, setLocked } from '../door/door.ts'
import { admit, deny } from '../door/lobby.ts'
import { setSpokenWords } from '../door/spoken-words.ts'
import { commit, describeGroup } from '../group/group.ts'
import { setView } from '../media/preferred-layers.ts'
import { closeProducer, produce, setProducerPaused } from '../media/producers.ts'
import { connectTransport, renewMedia, restartIce, suspectNode } from '../media/transports.ts'
import { leave } from '../membership/presence.ts'
import { rename } from '../membership/roster.ts'
import { clearMessage, messageHistory, send } from '../messages/messages.ts'
import { askUnmute, remove, setPermission, stopSource } from '../moderation/moderation.ts'
import { setRole } from '../moderation/roles.ts'
import { finishMigration } from '../nodes/migration.ts'
import type { MemberRequest } from './inputs.ts'
import type { RequestContext } from './request-context.ts'

type Name = MemberRequest['name']
type Params = { readonly [Each in Name]: PageParams<Each> }
type Handlers = { readonly [Each in Name]: (context: RequestContext, params: Params[Each]) => void }

/** What people in the room may ask for, and where it is done. */
const HANDLERS: Handlers = {
  leave,
  rename,
  'connect-transport': connectTransport,
  'restart-ice': restartIce,
  'renew-media': renewMedia,
  'suspect-node': suspectNode,
  'report-path': reportPath,
  'finish-migration': finishMigration,
  produce,
  'set-producer-paused': setProducerPaused,
  'close-producer': closeProducer,
  'set-view': setView,
  'send-message': send,
  'clear-message': clearMessage,
  'message-history': messageHistory,
  commit,
  'describe-group': describeGroup,
  'set-locked': setLocked,
  'set-lobby': setLobby,
  'set-spoken-words': setSpokenWords,
  'set-constant-rate': setConstantRate,
  admit,
  deny,
  'set-permission': setPermission,
  'set-role': setRole,
  'stop-source': stopSource,
  'ask-unmute': askUnmute,
  'remove-peer': remove,
}

/** A request of one of these names, with the parameters that go with it. */
type RequestOf<Each extends Name> = {
  [One in Each]: { readonly name: One; readonly params: Params[One] }
}[Each]

/** Does what somebody asks who is in the room. */
export function handleRequest<Each extends Name>(context: RequestContext, asked: RequestOf<Each>): void {
  HANDLERS[asked.name](context, asked.params)
}
