import { useSignal } from '@preact/signals'
import type { ComponentType, JSX } from 'preact'
import { useEffect } from 'preact/hooks'

/** A component whose code is fetched when it is first shown; nothing stands in its place until then. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => JSX.Element | null {
  let Loaded: ComponentType<Props> | null = null
  return function Lazy(props) {
    const arrived = useSignal(false)
    useEffect(() => {
      if (Loaded) return
      load().then((component) => {
        Loaded = component
        arrived.value = true
      }, reportError)
    }, [arrived])
    // Read, so that the arrival draws this again.
    void arrived.value
    return Loaded && <Loaded {...props} />
  }
}
