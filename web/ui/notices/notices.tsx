import { type ReadonlySignal, useSignal } from '@preact/signals'
import { type ComponentChildren, createContext, type JSX } from 'preact'
import { useContext, useEffect, useMemo } from 'preact/hooks'
import { useWords } from '../page-context.ts'
import { NoticeStack, SHOWN_AT_ONCE } from './notice-stack.ts'

const Stack = createContext<NoticeStack | null>(null)

/** A phone, held either way. */
const CRAMPED = 'not ((min-width: 48rem) and (min-height: 30.01rem))'
/** There is room for one, with letters of twice the size. */
const TIGHT = 'not ((min-width: 18rem) and (min-height: 18rem))'

/**
 * The one place of all notices, over the top of the faces: whatever is told, no picture moves. The latest show, the rest is
 * counted, and shown by a press or as soon as the keyboard comes to one of them. Between them one reaches what is behind.
 */
export function Notices({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { notices } = useWords()
  const most = useMostAtOnce()
  const stack = useMemo(() => new NoticeStack(most), [most])
  const count = stack.behind.value.length
  const unfolded = stack.unfolded.value
  return (
    <div class="notices" data-unfolded={unfolded ? '' : undefined}>
      <Stack.Provider value={stack}>{children}</Stack.Provider>
      {count > 0 && (
        <button
          type="button"
          class="button small notices-more"
          data-action="more-notices"
          aria-expanded={unfolded}
          onClick={() => {
            stack.unfolded.value = !unfolded
          }}
        >
          {unfolded ? notices.fewer : notices.more(count)}
        </button>
      )}
    </div>
  )
}

/** Whether this is drawn in the place for notices. */
export const useIsNotice = (): boolean => useContext(Stack) !== null

export function useNoticeStack(): NoticeStack {
  const stack = useContext(Stack)
  if (stack === null) throw new Error('a notice outside of the place for notices')
  return stack
}

function useMostAtOnce(): ReadonlySignal<number> {
  const most = useSignal<number>(SHOWN_AT_ONCE.roomy)
  useEffect(() => {
    const [cramped, tight] = [matchMedia(CRAMPED), matchMedia(TIGHT)]
    const follow = (): void => {
      most.value = SHOWN_AT_ONCE[tight.matches ? 'tight' : cramped.matches ? 'cramped' : 'roomy']
    }
    follow()
    cramped.addEventListener('change', follow)
    tight.addEventListener('change', follow)
    return () => {
      cramped.removeEventListener('change', follow)
      tight.removeEventListener('change', follow)
    }
  }, [most])
  return most
}
