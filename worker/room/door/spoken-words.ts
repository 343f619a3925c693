import type { ErrorCode } from '../../../protocol/errors.ts'
import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import { can } from '../core/access.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { InputOf } from '../core/inputs.ts'
import { circumstances, settingsOf } from '../core/queries.ts'
import type { RequestContext } from '../core/request-context.ts'
import { chargeCrowds, passwordQueueMs } from './crowd.ts'
import { isUndecided } from './link.ts'
import { checkOf, hasTriesLeft, waitAtDoorMs } from './newcomer.ts'
import { areWords, wordsHashOf } from './secrets.ts'
import { chargeIfWrong } from './wrong-guess.ts'

/**
 * An encrypted room can be told aloud (D12): from six words a page derives a key, under which the room keeps the secret of its
 * link, and a proof, for which it hands that out. The words give the link, and nothing more: all of the door comes after.
 */

type Claim = InputOf<'claim-secret'>

/** Other words lead into the room from now on, or none do. */
export function setSpokenWords(context: RequestContext, { words }: PageParams<'set-spoken-words'>): void {
  const { draft } = context
  if (!context.permits({ do: 'set-spoken-words' }, 'only moderators do that')) return
  if (draft.head.door.link === null) return context.refuse('not-encrypted', 'a plain room has no secret')
  const before = draft.head.spokenWords
  // Numbers of events do not come again: no two words of a room have one.
  const number = draft.head.seq + 1
  draft.changeHead({
    spokenWords: words && { number, hash: wordsHashOf(words.proof), sealed: words.sealed },
  })
  context.answer({ number: words && number })
  if (before !== null || words !== null)
    draft.tell({ except: null }, { event: 'room-settings-changed', room: settingsOf(draft.head) })
}

/** Hands the sealed secret to whoever was told the words. What is wrong is a try, like a wrong password (D4). */
export function claimSecret(draft: RoomDraft, input: Claim): void {
  const { head, peers, waiting } = draft
  const isInside = peers.has(input.peer) || waiting.has(input.peer)
  // Of a room that nobody opened nothing is written, not even who asked.
  if (!isInside && isUndecided(head, peers.size)) return refuse(draft, input, 'wrong-words')
  const kept = head.spokenWords
  const opened = kept !== null && areWords(input.params.proof, kept.hash) ? kept.sealed : null
  const claim = {
    do: 'claim-secret',
    words: opened === null ? 'wrong' : 'right',
    wordsCheck: checkOf(passwordQueueMs(draft, input)),
    triesLeft: hasTriesLeft(draft, input),
  } as const
  const verdict = can(isInside ? 'participant' : 'outsider', claim, circumstances(draft, null))
  if (verdict === 'later') return postpone(draft, input)
  if (verdict === 'granted') return draft.answer(input.peer, input.request, { sealed: opened })
  chargeIfWrong(draft, input, verdict)
  refuse(draft, input, verdict)
}

/** So many were wrong that all take turns, right or wrong alike. */
function postpone(draft: RoomDraft, input: Claim): void {
  const forMs = passwordQueueMs(draft, input) ?? 0
  chargeCrowds(draft, input)
  draft.do({ do: 'postpone-claim', forMs, claim: { ...input, waited: true } })
}

/** Whoever is in the room keeps their socket; a guess costs one. */
function refuse(draft: RoomDraft, input: Claim, code: ErrorCode): void {
  const { peer, request } = input
  const retryAfterMs = code === 'too-many-tries' ? waitAtDoorMs(draft, input) : undefined
  draft.refuse(peer, request, code, 'the words open nothing', retryAfterMs)
  if (code !== 'already-joined') draft.do({ do: 'close-socket', peer, code })
}
