import type { ErrorCode } from '../../../protocol/errors.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { InputOf } from '../core/inputs.ts'
import { chargeCrowds } from './crowd.ts'
import { whoseTries } from './newcomer.ts'
import { spendTry } from './password-tries.ts'

/** What of the refusals at a door says that a guess was wrong. Nobody guesses a link: no crowd is slowed down for one. */
const WRONG: Partial<Record<ErrorCode, { readonly ofCrowd: boolean }>> = {
  'wrong-password': { ofCrowd: true },
  'wrong-words': { ofCrowd: true },
  'wrong-link': { ofCrowd: false },
}

/** Has whoever is refused with that code pay for it, where they were wrong (D4). */
export function chargeIfWrong(
  draft: RoomDraft,
  input: InputOf<'join' | 'claim-secret'>,
  code: ErrorCode,
): void {
  const wrong = WRONG[code]
  if (!wrong) return
  rememberAddressKey(draft, input)
  draft.changeHead({ tries: spendTry(draft.head.tries, whoseTries(input), draft.now) })
  if (wrong.ofCrowd && !input.waited) chargeCrowds(draft, input)
}

/** The room keeps the key by which it knows addresses again, once it keeps one of them. */
export function rememberAddressKey(
  draft: RoomDraft,
  { addressKey }: Pick<InputOf<'join' | 'claim-secret'>, 'addressKey'>,
): void {
  if (draft.head.addressKey === null) draft.changeHead({ addressKey })
}
