import type { PeerId } from '../../../protocol/ids.ts'
import { countedLength, rulesOf } from '../../../protocol/page-edge/message-kinds.ts'
import type { PageRequest } from '../../../protocol/page-edge/requests.ts'
import type { AddressHash } from '../../http/address-hash.ts'
import type { RateLimits } from './rate-limits.ts'

/** Whose request it is. */
interface Asking {
  readonly peer: PeerId
  readonly address: AddressHash | null
  /** Who resumes by this join; null where somebody new comes, or this is no join. */
  readonly resumes: PeerId | null
}

/** How long a person has to wait for that of what costs the others, or a node (ms); counted where that is 0. */
export function waitToAsk(
  limits: RateLimits,
  asked: PageRequest,
  { peer, address, resumes }: Asking,
  now: number,
): number {
  switch (asked.name) {
    case 'send-message': {
      const { kind, payload } = asked.params
      return limits.waitToSend(peer, rulesOf(kind).rate, countedLength(kind, payload), now)
    }
    case 'commit':
      return limits.waitToCommit(peer, asked.params.commit?.length ?? 0, now)
    case 'describe-group':
      return limits.waitToDescribeGroup(peer, now)
    case 'message-history':
      return limits.waitToReadHistory(peer, now)
    case 'join':
      return resumes === null ? limits.waitToCome(address, now) : limits.waitToResume(resumes, now)
    case 'claim-secret':
      return limits.waitToCome(address, now)
    case 'rename':
      return limits.waitToRename(peer, now)
    case 'set-view':
      return limits.waitToUseNode(peer, 'set-view', asked.params.tiles.length, now)
    case 'connect-transport':
    case 'restart-ice':
    case 'renew-media':
    case 'produce':
    case 'suspect-node':
      return limits.waitToUseNode(peer, asked.name, 1, now)
    default:
      return 0
  }
}
