import { useSignal } from '@preact/signals'
import type { ComponentType, JSX } from 'preact'
import { useEffect } from 'preact/hooks'

/** A component whose code is fetched when it is first drawn; `meanwhile` is drawn until then, `instead` where it fails. */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: () => JSX.Element | null,
  instead: () => JSX.Element | null,
): ComponentType<Props> {
  let arrived: ComponentType<Props> | null = null
  return function Late(props: Props): JSX.Element | null {
    const state = useSignal<'coming' | 'here' | 'failed'>(arrived === null ? 'coming' : 'here')
    useEffect(() => {
      if (arrived !== null) return
      load().then(
        (component) => {
          arrived = component
          state.value = 'here'
        },
        (error: unknown) => {
          state.value = 'failed'
          reportError(error)
        },
      )
    }, [state])
    const now = state.value
    const Body = arrived
    if (Body !== null) return <Body {...props} />
    return now === 'failed' ? instead() : meanwhile()
  }
}
