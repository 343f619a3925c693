import type { JSX } from 'preact'
import { readTypedRoomName } from '../../../protocol/names/room-name.ts'
import { roomPath } from '../../features/invite/room-link.ts'
import { useHomeWords } from '../../ui/lazily-worded.tsx'
import { Masthead } from '../../ui/masthead.tsx'
import { whyNoName } from './why-no-name.ts'

/**
 * The address names no room: says why, and shows the way to the one that may be meant, and home. Nobody is led there by
 * itself: a link that spells no name may have lost its end on its way, or have been meant for another site.
 */
export function BadName({ written }: { readonly written: string }): JSX.Element {
  const words = useHomeWords()
  const { badName } = words
  const typed = readTypedRoomName(written)
  return (
    <div class="sheet">
      <Masthead />
      <main class="message" data-view="home">
        <h1 tabIndex={-1}>{badName.title}</h1>
        <p>{whyNoName(typed, words) ?? badName.text(written)}</p>
        <div class="choices">
          {typed.is === 'name' && (
            <a
              class="button honey"
              href={roomPath({ room: typed.name, secret: null }, location.search) + location.hash}
              data-action="open-instead"
            >
              {badName.instead(typed.name)}
            </a>
          )}
          <a class={typed.is === 'name' ? 'button' : 'button honey'} href="/">
            {badName.home}
          </a>
        </div>
      </main>
    </div>
  )
}
