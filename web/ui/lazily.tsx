import { type ReadonlySignal, signal, useSignal } from '@preact/signals'
import type { ComponentType, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** What stands where the component is to be, as long as its code is not here; nothing where it is not given. */
interface Instead {
  readonly meanwhile?: () => JSX.Element | null
  /** Where the code did not come; `tryAgain` asks for it once more. */
  readonly failed?: (tryAgain: () => void) => JSX.Element | null
}

/** A component whose code is fetched when it is first drawn. */
export interface Lazy<Props> {
  (props: Props): JSX.Element | null
  /** Fetches the code before somebody wants it; settled where it is here, or did not come. */
  prepare(): Promise<void>
  /** Whether the code is here; draws anew whoever asked when it comes. */
  isHere(): boolean
}

const missing = signal<readonly (() => void)[]>([])

/** Of each component that is drawn, whose code did not come, and in whose place nothing stands: what asks for it once more. */
export const missingParts: ReadonlySignal<readonly (() => void)[]> = missing

/** @param load - Fetches the code. It is asked again where it rejected, and not where it came. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { meanwhile, failed }: Instead = {},
): Lazy<Props> {
  // A signal: the code may arrive between a component's first drawing and its effects, and has to draw it again even then.
  const loaded = signal<ComponentType<Props> | null>(null)
  const fetchCode = async (): Promise<void> => {
    if (loaded.peek() !== null) return
    const component = await load()
    // Another that was asked for meanwhile is on the page already, and stays there.
    loaded.value ??= component
  }
  function LazyComponent(props: Props): JSX.Element | null {
    const hasFailed = useSignal(false)
    const come = (): void => {
      hasFailed.value = false
      forget()
      fetchCode().catch((error: unknown) => {
        hasFailed.value = true
        if (failed === undefined && isDrawn.current) missing.value = [...missing.peek(), come]
        reportError(error)
      })
    }
    const forget = (): void => {
      if (missing.peek().includes(come)) missing.value = missing.peek().filter((each) => each !== come)
    }
    const isDrawn = useRef(true)
    const Loaded = loaded.value
    useEffect(() => {
      isDrawn.current = true
      if (loaded.peek() === null) come()
      return () => {
        isDrawn.current = false
        forget()
      }
    }, [Loaded])
    if (Loaded !== null) return <Loaded {...props} />
    return (hasFailed.value ? failed?.(come) : meanwhile?.()) ?? null
  }
  LazyComponent.prepare = (): Promise<void> =>
    fetchCode().catch((error) => console.info('fetched ahead:', error))
  LazyComponent.isHere = (): boolean => loaded.value !== null
  return LazyComponent
}
