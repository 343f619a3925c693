import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** How wide the pictures of tiles are for their height, by the tiles' keys, as far as the browser has told. */
export function useShapes(ground: RefObject<HTMLElement | null>): ReadonlyMap<string, number> {
  const known = useSignal<ReadonlyMap<string, number>>(new Map())
  useLayoutEffect(() => {
    const stop = new AbortController()
    const learn = ({ target }: Event): void => {
      if (!(target instanceof HTMLVideoElement) || target.videoHeight === 0) return
      const key = target.closest<HTMLElement>('.tile')?.dataset['key']
      const shape = target.videoWidth / target.videoHeight
      if (key !== undefined && known.peek().get(key) !== shape)
        known.value = new Map(known.peek()).set(key, shape)
    }
    // A video tells nobody around it: heard on its way there.
    ground.current?.addEventListener('resize', learn, { signal: stop.signal, capture: true })
    return () => stop.abort()
  }, [ground, known])
  return known.value
}
