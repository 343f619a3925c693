import { useComputed } from '@preact/signals'
import { AudioLines, MicOff, Shield, WifiOff } from 'lucide'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { PeerId } from '../../../protocol/ids.ts'
import type { PicturePriority } from '../../../protocol/media/picture-priority.ts'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import type { Person, RoomSession } from '../../core/session/room-session.ts'
import { isMirrored } from '../../features/devices/is-mirrored.ts'
import { TurnCamera } from '../../features/devices/turn-camera.tsx'
import { HandMark } from '../../features/hands/hand-mark.tsx'
import { SilencedMark } from '../../features/hearing/silenced-mark.tsx'
import { REACTION_SIGNS } from '../../features/reactions/reaction-signs.ts'
import { reactionsOf } from '../../features/reactions/reactions.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { useSettings, useWords } from '../../ui/page-context.ts'
import type { Placed } from '../stage/layout/tile-places.ts'
import { Face } from './face.tsx'
import { SelfToggle } from './self-toggle.tsx'
import { TileTools } from './tile-tools.tsx'
import { hovers } from './use-touched.ts'
import type { TileWatch } from './watch/tile-watch.ts'
import { useTileWatch } from './watch/use-tile-watch.ts'

/** The picture is there before what moves it. */
const CornerHandle = lazily(async () => (await import('./corner/corner-handle.tsx')).CornerHandle)

/** What every tile is told. */
export interface TileProps {
  readonly watch: TileWatch | null
  readonly pinned: boolean
  readonly onPin: () => void
  /** Whether it is what one looks at: large, or one of a few. */
  readonly large: boolean
  /** Where it stands, as attributes of its element. */
  readonly placed: Placed
}

interface PersonTileProps extends TileProps {
  readonly person: Person
  readonly localMedia: LocalMedia
  /** Whether their picture is received, where there is one. */
  readonly live: boolean
  readonly priority: PicturePriority
  readonly session: RoomSession
  /** Gives this one the large place, and the corner to the other; null where there is no corner. */
  readonly onSwap: (() => void) | null
}

/** One person: the picture, or initials; at the bottom left the name and how their microphone stands. */
export function Tile({
  person,
  localMedia,
  live,
  priority,
  session,
  watch,
  pinned,
  onPin,
  large,
  placed,
  onSwap,
}: PersonTileProps): JSX.Element {
  const tile = useRef<HTMLElement>(null)
  const settings = useSettings()
  useTileWatch(tile, watch, live ? person.camera : null, priority)
  const mirrored = person.self && isMirrored(settings.value.value, localMedia.camera.value)
  const video = live ? person.video : null
  return (
    <article
      {...placed}
      ref={tile}
      class="tile"
      data-peer={person.id}
      data-self={person.self ? '' : undefined}
      data-name={person.name}
      data-microphone={person.microphone}
      data-hand={person.hand ?? undefined}
      data-cut-off={person.cutOff ? '' : undefined}
      data-speaking={person.speaking ? '' : undefined}
      data-pinned={pinned ? '' : undefined}
      onDblClick={() => hovers() && onPin()}
    >
      {video === null ? (
        <Badge name={person.name} />
      ) : (
        <Face name={person.name} track={video} mirrored={mirrored} ages />
      )}
      {person.cutOff && <CutOffMark />}
      <SilencedMark person={person} session={session} />
      <ShownReaction session={session} peer={person.id} />
      <NameTag person={person} />
      {onSwap && placed['data-place'] === 'corner' && <CornerHandle name={person.name} onSwap={onSwap} />}
      <TileTools
        tile={tile}
        of={person.name}
        pinned={pinned}
        onPin={placed['data-place'] === 'corner' ? null : onPin}
        watchable={large && video !== null}
      >
        {person.self && onSwap && <SelfToggle hides />}
        {person.self && <TurnCamera localMedia={localMedia} />}
      </TileTools>
    </article>
  )
}

interface ShownReactionProps {
  readonly session: RoomSession
  readonly peer: PeerId
}

/** What one still sees of them is old, and what one says they do not hear. */
function CutOffMark(): JSX.Element {
  const { people } = useWords()
  return (
    <p class="cut-off-mark" role="status">
      <Icon node={WifiOff} />
      <span>{people.cutOff}</span>
    </p>
  )
}

/** Drawn by itself: no other tile is drawn again for a reaction. */
function ShownReaction({ session, peer }: ShownReactionProps): JSX.Element | null {
  const { hands } = useWords()
  const reaction = useComputed(() => reactionsOf(session).shown.value.get(peer) ?? null).value
  if (reaction === null) return null
  return (
    <p key={reaction} class="shown-reaction" data-reaction={reaction}>
      <span aria-hidden="true">{REACTION_SIGNS[reaction]}</span>
      <span class="visually-hidden">{hands.reactions[reaction]}</span>
    </p>
  )
}

function NameTag({ person }: { readonly person: Person }): JSX.Element {
  const { room } = useWords()
  return (
    <p class="name-tag" title={person.name}>
      {person.hand !== null && <HandMark place={person.hand} />}
      <MicrophoneMark person={person} />
      <bdi class="name">{person.name}</bdi>
      {person.self && <span class="aside">({room.you})</span>}
      {person.role === 'moderator' && (
        <span class="role" title={room.moderator}>
          <Icon node={Shield} />
          <span class="role-word">{room.moderator}</span>
        </span>
      )}
    </p>
  )
}

/** An icon, and a word for screen readers; nothing while someone just listens with an open microphone. */
function MicrophoneMark({ person }: { readonly person: Person }): JSX.Element | null {
  const { room } = useWords()
  if (person.microphone === 'on' && !person.speaking) return null
  const words = { on: room.speaking, muted: room.muted, none: room.noMicrophone }[person.microphone]
  return (
    <span class="microphone-mark" title={words}>
      <Icon node={person.microphone === 'on' ? AudioLines : MicOff} />
      <span class="visually-hidden">{words}</span>
    </span>
  )
}
