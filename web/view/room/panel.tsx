import type { Signal } from '@preact/signals'
import { ArrowLeft, X } from 'lucide'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { RoomName } from '../../../protocol/room-name.ts'
import type { LocalMedia } from '../../capture/local-media.ts'
import type { RoomSession } from '../../session/room-session.ts'
import { useWords } from '../page-context.ts'
import { Icon } from '../parts/icon.tsx'
import { MorePanel } from './more-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { SettingsPanel } from './settings-panel.tsx'

export type PanelName = 'more' | 'people' | 'settings'

export const PANEL_ID = 'panel'

interface PanelProps {
  readonly open: Signal<PanelName | null>
  readonly name: PanelName
  readonly room: RoomName
  readonly link: string
  readonly session: RoomSession
  readonly localMedia: LocalMedia
}

/** The one panel: from the side on wide screens, from the bottom on phones. Escape closes it, focus goes back. */
export function Panel({ open, name, room, link, session, localMedia }: PanelProps): JSX.Element {
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const close = (): void => {
    open.value = null
  }
  useFocusReturn()
  // Layout effects: whoever is quick with the keyboard finds the panel's keys there as soon as the panel is.
  useLayoutEffect(() => heading.current?.focus(), [name])
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') open.value = null
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [open])

  const { people } = session.view.value
  const title = {
    more: room,
    people: words.more.people(people.length),
    settings: words.more.settings,
  }[name]
  return (
    <aside id={PANEL_ID} class="panel" data-panel={name} aria-label={title}>
      <header class="panel-head">
        {name !== 'more' && (
          <button
            type="button"
            class="button square bare"
            aria-label={words.more.back}
            title={words.more.back}
            onClick={() => {
              open.value = 'more'
            }}
          >
            <Icon node={ArrowLeft} />
          </button>
        )}
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button
          type="button"
          class="button square bare"
          data-action="close-panel"
          aria-label={words.more.close}
          title={words.more.close}
          onClick={close}
        >
          <Icon node={X} />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="panel-body" aria-label={title} tabIndex={0}>
        {name === 'more' && <MorePanel open={open} link={link} session={session} />}
        {name === 'people' && <PeoplePanel people={people} />}
        {name === 'settings' && <SettingsPanel localMedia={localMedia} />}
      </section>
    </aside>
  )
}

/** Gives the focus back to what had it before, if it would otherwise be lost with the panel. */
function useFocusReturn(): void {
  const opener = useRef(document.activeElement)
  useLayoutEffect(() => {
    const back = opener.current
    return () => {
      if (back instanceof HTMLElement && back.isConnected) back.focus()
    }
  }, [])
}
