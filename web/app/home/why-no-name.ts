import type { TypedRoomName } from '../../../protocol/names/room-name.ts'
import type { HomeWords } from '../../i18n/home-words.ts'
import type { Words } from '../../i18n/words.ts'
import type { TypedRoom } from '../address.ts'

/** Why what somebody wrote leads to no room, in words; null where it does. */
export function whyNoRoom(typed: TypedRoom, words: HomeWords, { opening }: Words): string | null {
  if (typed.is === 'link') return null
  return typed.is === 'damaged' ? opening.damagedLink : whyNoName(typed, words)
}

/** Why no room can be called as somebody wrote, in words; null where one can. */
export function whyNoName(typed: TypedRoomName, { home }: HomeWords): string | null {
  switch (typed.is) {
    case 'name':
      return null
    case 'nothing':
      return home.nothingLeft
    case 'reserved':
      return home.reserved(typed.word)
    case 'too-long':
      return home.tooLong
    default:
      return typed satisfies never
  }
}
