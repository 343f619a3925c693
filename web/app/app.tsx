import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Room } from '../room/room.tsx'
import { useKeptFocus } from '../ui/hooks/use-kept-focus.ts'
import { lazily } from '../ui/lazily.tsx'
import { lazilyAtHome, lazilyWorded } from '../ui/lazily-worded.tsx'
import { After } from './after/after.tsx'
import { BeforeJoining } from './before/before-joining.tsx'
import { Opening, Unloaded } from './opening/opening.tsx'
import type { Page } from './page.ts'

/*
 * What tests may hold on to, all in one place:
 *   main[data-view="home|stats|swarm|check|privacy|before|password|link|lobby|room|after"]; data-ending (left or an error code) on the page after,
 *   data-reason (an error code) where a password is asked for, or another link (a LinkReason)
 *   in the room, main[data-connection][data-media]: the words of RoomView
 *   article[data-peer][data-name][data-microphone="on|muted|none"], with [data-self] and [data-speaking] where so
 *   .tile[data-place="large|small|corner|grid"]: what a tile is among the others
 *   audio[data-peer]: a voice that plays
 *   article[data-hand="1"…] while a hand is up, with the place in the queue; [data-reaction] on what is shown for a moment
 *   button[data-action]: what a press does, in a word
 *   the devices' buttons also carry data-on="true|false"; [data-problem="camera-refused"…]; [data-notice="waiting"…]
 */

const AS_ROOMS_COME = { meanwhile: () => <Opening />, failed: () => <Unloaded /> }

/** Most rooms have no door to wait at: these come when one does. */
const PasswordView = lazilyWorded(
  async () => (await import('../features/door/password-view.tsx')).PasswordView,
  AS_ROOMS_COME,
)
const LobbyView = lazilyWorded(
  async () => (await import('../features/door/lobby-view.tsx')).LobbyView,
  AS_ROOMS_COME,
)

/** Most links are whole, and lead where they say. */
const LinkView = lazilyWorded(async () => (await import('./link/link-view.tsx')).LinkView, AS_ROOMS_COME)

/** A link into a room leads past it, and back to it afterwards. */
export const Home = lazilyAtHome(async () => (await import('./home/home-views.ts')).Home, AS_ROOMS_COME)

/** Names that cannot be are rare, and mostly typed wrong. */
const BadName = lazilyAtHome(async () => (await import('./home/home-views.ts')).BadName, AS_ROOMS_COME)

/** Few who come to meet look at figures. */
const StatsView = lazilyWorded(async () => (await import('../features/stats/stats-sheet.tsx')).StatsView, {
  failed: () => <Unloaded />,
})

const SwarmView = lazilyWorded(async () => (await import('../features/swarm/swarm-sheet.tsx')).SwarmView, {
  failed: () => <Unloaded />,
})

/** Only who lends a node comes here, once. */
const CheckView = lazilyWorded(
  async () => (await import('../features/port-check/check-view.tsx')).CheckView,
  {
    failed: () => <Unloaded />,
  },
)

const PrivacyView = lazily(async () => (await import('../features/privacy/privacy-sheet.tsx')).PrivacyView, {
  failed: () => <Unloaded />,
})

/** The view of the place where the person is. */
export function App({ page }: { readonly page: Page }): JSX.Element {
  const place = page.place.value
  const inLobby = place.at === 'room' && place.session.view.value.connection === 'waiting'
  useFocusOnArrival(inLobby ? 'lobby' : place.at === 'home' && !Home.isHere() ? 'opening' : place.at)
  useHomeAhead(place.at === 'after')
  useKeptFocus()
  switch (place.at) {
    case 'home':
      return <Home onOpen={page.prepare} />
    case 'stats':
      return <StatsView />
    case 'swarm':
      return <SwarmView />
    case 'check':
      return <CheckView />
    case 'privacy':
      return <PrivacyView />
    case 'bad-name':
      return <BadName written={place.written} />
    case 'before':
      return (
        <BeforeJoining
          room={place.room}
          secret={place.secret}
          localMedia={place.localMedia}
          lender={page.lenderOf(place.room)}
          onJoin={page.join}
          otherTab={page.otherTab.value}
          onTakeOver={page.takeOver}
        />
      )
    case 'opening':
      return <Opening />
    case 'room': {
      const { room, name, session, localMedia } = place
      if (inLobby) return <LobbyView room={room} name={name} session={session} localMedia={localMedia} />
      return (
        <Room
          link={{ room, secret: session.secret.value }}
          session={session}
          localMedia={localMedia}
          history={page.roomHistory}
        />
      )
    }
    case 'password':
      return (
        <PasswordView
          room={place.room}
          reason={place.reason}
          onEnter={page.enterPassword}
          onHome={page.goHome}
        />
      )
    case 'link':
      return <LinkView link={place} reason={place.reason} onLink={page.useLink} onHome={page.goHome} />
    case 'after':
      return (
        <After
          room={place.room}
          ending={place.ending}
          encrypted={place.secret !== null}
          lender={page.lenderOf(place.room)}
          onComeBack={page.comeBack}
          onHome={page.goHome}
        />
      )
    case 'unloaded':
      return <Unloaded />
    default:
      return place satisfies never
  }
}

/** Whoever has left a room goes home next, if anywhere: it is fetched while they read. */
function useHomeAhead(when: boolean): void {
  useEffect(() => {
    if (when) void Home.prepare()
  }, [when])
}

/** Takes the focus to the one field that the view is about, as the tabulator does; false where there is none. */
function enterFirstField(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[data-first]')
  field?.focus({ preventScroll: true })
  field?.select()
  return field !== null
}

/**
 * A view that replaces another takes the focus to the one field it is about, or to its heading: the button that had it is gone. In
 * the first one, a keyboard and screen readers begin at the top, unless there is such a field.
 */
function useFocusOnArrival(at: string): void {
  const first = useRef(true)
  useEffect(() => {
    const entered = enterFirstField()
    if (!first.current && !entered)
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
    first.current = false
  }, [at])
}
