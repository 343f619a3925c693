import { ProtocolError } from '../../../protocol/errors.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import type { RoomSecret } from '../../core/encryption/room-secret.ts'
import { keysOfWords, secretFromWords } from '../../core/encryption/spoken-words.ts'
import { browserIdIn } from '../../core/session/browser-keys.ts'
import { claimSecret } from '../../core/signalling/claim-secret.ts'
import { socketAddress } from '../../core/signalling/early-dial.ts'
import { phraseOf } from '../../i18n/word-lists/typed-words.ts'
import { browserSecret } from '../../settings/browser-secret.ts'

/**
 * The secret of that room's link, for the words that somebody was told (D13).
 *
 * @throws ProtocolError - `wrong-words`, also where what the edge gave does not open by them; `too-many-tries`, and others of a
 *   join. A TypeError where the page was not loaded securely.
 */
export async function secretByWords(words: readonly string[], room: RoomName): Promise<RoomSecret> {
  const [keys, browserId] = await Promise.all([
    keysOfWords(phraseOf(words), room),
    browserIdIn(
      room,
      browserSecret(() => localStorage),
    ),
  ])
  const said = {
    url: socketAddress(location.origin, room),
    proof: keys.proof,
    ...(browserId && { browserId }),
  }
  const secret = await secretFromWords(keys, await claimSecret(said))
  if (secret === null) throw new ProtocolError('wrong-words', 'what the edge gave does not open by them')
  return secret
}
