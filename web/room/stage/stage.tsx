import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import type { Person, RoomSession, SharedScreen } from '../../core/session/room-session.ts'
import { lazily } from '../../ui/lazily.tsx'
import { useSettings, useWords } from '../../ui/page-context.ts'
import { SelfToggle } from '../tile/self-toggle.tsx'
import { Tile } from '../tile/tile.tsx'
import { useTouched } from '../tile/use-touched.ts'
import { TileWatch } from '../tile/watch/tile-watch.ts'
import { screenKey } from './layout/arrangement.ts'
import { type PlacedItem, placeAll } from './layout/tile-places.ts'
import { type HeldTiles, useHeldTiles } from './use-held-tiles.ts'
import { type StagePlan, useStagePlan } from './use-stage-plan.ts'

/** In most meetings nobody shares a screen, and fewer do themselves. */
const ScreenTile = lazily(async () => (await import('../tile/screen-tile.tsx')).ScreenTile)
const SharingLine = lazily(
  async () => (await import('../../features/screen-share/sharing-line.tsx')).SharingLine,
)

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
  const watch = useWatch(session.show)
  const held = useHeldTiles()
  const touched = useTouched(ground)
  const { layout: chosen, hidesSelf, corner } = useSettings().value.value
  const plan = useStagePlan(ground, people, screens, held)
  const { arrangement, layout, inCorner, caption } = plan
  const own = screens.find((screen) => screen.self)
  const keys = [...screens.map(screenKey), ...people.map(({ id }) => id)]
  return (
    <section class="stage" aria-label={room.people} data-layout={chosen}>
      {own && (
        <SharingLine
          screen={own}
          pinned={held.pinned.value === screenKey(own)}
          onPin={() => held.togglePin(screenKey(own))}
          onStop={onStopSharing}
        />
      )}
      <div
        ref={ground}
        class="ground"
        data-scrolls={layout.scrolls ?? undefined}
        data-corner={arrangement.corner === null ? undefined : corner}
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
          {placeAll(arrangement, layout, inCorner, keys, touched).map((placed) => (
            <StageTile
              key={placed.item.key}
              {...placed}
              watch={watch}
              plan={plan}
              held={held}
              session={session}
              localMedia={localMedia}
            />
          ))}
        </div>
      </div>
      {hidesSelf && people.length > 1 && !plan.showsScreens && <SelfToggle hides={false} corner={corner} />}
    </section>
  )
}

interface StageTileProps extends PlacedItem, Pick<StageProps, 'session' | 'localMedia'> {
  readonly watch: TileWatch | null
  readonly plan: StagePlan
  readonly held: HeldTiles
}

/** One tile at its place: somebody, or the screen of somebody. */
function StageTile({ item, placed, watch, plan, held, session, localMedia }: StageTileProps): JSX.Element {
  const { few, other } = plan
  const given = {
    watch,
    placed,
    pinned: item.key === held.pinned.value,
    large: placed['data-place'] === 'large' || (few && placed['data-place'] === 'grid'),
    onPin: () => held.togglePin(item.key),
  }
  if (item.what === 'screen') return <ScreenTile screen={item.screen} {...given} />
  return (
    <Tile
      person={item.person}
      localMedia={localMedia}
      live={item.live}
      priority={item.priority}
      session={session}
      onSwap={other ? () => held.toggleSwap(other.id) : null}
      {...given}
    />
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
