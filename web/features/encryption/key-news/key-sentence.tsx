import type { JSX } from 'preact'
import { MAX_GROUP_PEERS } from '../../../../protocol/limits.ts'
import type { FurtherWords } from '../../../i18n/further-words.ts'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import type { KeyNews } from '../../notices/own-notices.ts'

/** What changed for the keys of the room, in words for anybody. */
export function KeySentence({ news }: { readonly news: KeyNews }): JSX.Element {
  return <>{sentence(news, useFurtherWords())}</>
}

function sentence(news: KeyNews, { explained, linkChange }: FurtherWords): string {
  const words = explained.keyNews
  switch (news.what) {
    case 'put-out':
      return news.followNothing ? words.putOut(news.names) : words.putOutByLink(news.names)
    case 'keys-since':
      return words.arrived(news.names)
    case 'keys-of-group':
      return words.group
    case 'keys-of-link-crowd':
      return words.crowd(MAX_GROUP_PEERS)
    case 'rate-constant':
      return words.rateConstant
    case 'rate-own':
      return words.rateOwn
    case 'keys-of-link-unkept':
      return words.unkept
    case 'keys-new-link':
      return news.own ? linkChange.changedByUs : linkChange.changed(news.by)
    case 'keys-old-link':
      return linkChange.kept
    default:
      return news satisfies never
  }
}
