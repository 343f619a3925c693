import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import type { Person, RoomSession, SharedScreen } from '../../core/session/room-session.ts'
import { lazily } from '../../ui/lazily.tsx'
import { useSettings, useWords } from '../../ui/page-context.ts'
import { cornerBox } from '../tile/corner.ts'
import { SelfToggle } from '../tile/self-toggle.tsx'
import { Tile } from '../tile/tile.tsx'
import { TileWatch } from '../tile/tile-watch.ts'
import { useTouched } from '../tile/use-touched.ts'
import { arrange, screenKey } from './arrangement.ts'
import { isUpright } from './best-grid.ts'
import { largeShape } from './large-shape.ts'
import { type PlacedItem, placeAll } from './placed.ts'
import { stageLayout } from './stage-layout.ts'
import { useShapes } from './use-shapes.ts'
import { useSpeakerFocus } from './use-speaker-focus.ts'
import { useStageSize } from './use-stage-size.ts'

/** In most meetings nobody shares a screen, and fewer do themselves. */
const ScreenTile = lazily(async () => (await import('../tile/screen-tile.tsx')).ScreenTile)
const SharingLine = lazily(
  async () => (await import('../../features/screen-share/sharing-line.tsx')).SharingLine,
)

const GAP = 8

/** The line over a shared screen, in CSS pixels where letters are as large as usual. */
const CAPTION = 36

/** Up to so many tiles each is large enough to be looked at by itself. */
const FEW = 4

interface StageProps {
  readonly people: readonly Person[]
  readonly screens: readonly SharedScreen[]
  readonly session: RoomSession
  readonly localMedia: LocalMedia
  readonly onStopSharing: () => void
}

/** Everybody, as the chosen layout, what is pinned and the shape of the window have it. */
export function Stage({ people, screens, session, localMedia, onStopSharing }: StageProps): JSX.Element {
  const { room } = useWords()
  const ground = useRef<HTMLDivElement>(null)
  const size = useStageSize(ground)
  const watch = useWatch(session.show)
  const pinned = useSignal<string | null>(null)
  const swapped = useSignal<string | null>(null)
  const touched = useTouched(ground)
  const shapes = useShapes(ground)
  const { layout: chosen, hidesSelf, corner } = useSettings().value.value
  const { person: focus, spoke } = useSpeakerFocus(people)
  const arrangement = arrange(people, screens, {
    layout: chosen,
    pinned: pinned.value,
    swapped: swapped.value,
    hidesSelf,
    focus,
    spoke,
  })
  const { large, small } = arrangement
  const paired = arrangement.corner !== null
  // Who comes back to the corner comes back to the corner.
  useEffect(() => {
    if (!paired) swapped.value = null
  }, [paired, swapped])
  const caption = CAPTION * size.textScale
  const shared = large.some(({ what }) => what === 'screen')
  const layout = stageLayout({
    small: small.length,
    large: large.length,
    shape: largeShape(large, shapes, isUpright(size)),
    ...size,
    gap: GAP,
    caption: shared ? caption : 0,
  })
  const inCorner = cornerBox(size, corner)
  const togglePin = (key: string): void => {
    pinned.value = key === pinned.peek() ? null : key
  }
  const swap = (other: string): void => {
    swapped.value = other === swapped.peek() ? null : other
  }
  const few = large.length === 0 && small.length <= FEW
  const other = people.find(
    ({ id, self }) => !self && [...large, arrangement.corner].some((item) => item?.key === id),
  )

  const tileOf = ({ item, placed }: PlacedItem): JSX.Element => {
    const given = {
      watch,
      placed,
      pinned: item.key === pinned.value,
      large: placed['data-place'] === 'large' || (few && placed['data-place'] === 'grid'),
      onPin: () => togglePin(item.key),
    }
    if (item.what === 'screen') return <ScreenTile key={item.key} screen={item.screen} {...given} />
    return (
      <Tile
        key={item.key}
        person={item.person}
        localMedia={localMedia}
        live={item.live}
        rank={item.rank}
        session={session}
        onSwap={paired && other ? () => swap(other.id) : null}
        {...given}
      />
    )
  }
  const own = screens.find((screen) => screen.self)
  const keys = [...screens.map(screenKey), ...people.map(({ id }) => id)]
  return (
    <section class="stage" aria-label={room.people} data-layout={chosen}>
      {own && (
        <SharingLine
          screen={own}
          pinned={pinned.value === screenKey(own)}
          onPin={() => togglePin(screenKey(own))}
          onStop={onStopSharing}
        />
      )}
      <div
        ref={ground}
        class="ground"
        data-scrolls={layout.scrolls ?? undefined}
        data-corner={paired ? corner : undefined}
        // What scrolls must be reachable by keyboard, and not every browser sees to it.
        tabIndex={layout.scrolls ? 0 : undefined}
      >
        <div
          class="floor"
          style={{
            width: `${layout.floor.width}px`,
            height: `${layout.floor.height}px`,
            '--caption': `${caption}px`,
            '--in-corner': `${inCorner.width}px`,
          }}
        >
          {placeAll(arrangement, layout, inCorner, keys, touched).map(tileOf)}
        </div>
      </div>
      {hidesSelf && people.length > 1 && !shared && <SelfToggle hides={false} corner={corner} />}
    </section>
  )
}

/** Watches the tiles for as long as the stage is there; null until it is. */
function useWatch(show: RoomSession['show']): TileWatch | null {
  const watch = useSignal<TileWatch | null>(null)
  useLayoutEffect(() => {
    const opened = new TileWatch(show)
    watch.value = opened
    return () => opened.close()
  }, [watch, show])
  return watch.value
}
