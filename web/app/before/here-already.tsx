import type { JSX } from 'preact'
import { useWords } from '../../ui/page-context.ts'
import type { Whereabouts } from '../tab-presence.ts'

interface HereAlreadyProps {
  readonly whereabouts: Exclude<Whereabouts, 'nowhere'>
  readonly onTakeOver: () => void
}

/** Says that one is in this room in another tab of the browser, and offers to go on in this one. */
export function HereAlready({ whereabouts, onTakeOver }: HereAlreadyProps): JSX.Element {
  const { here } = useWords()
  return (
    <div class="here-already" role="status" data-whereabouts={whereabouts}>
      <p>{here[whereabouts]}</p>
      {whereabouts === 'elsewhere' && (
        <button type="button" class="button honey" data-action="take-over" onClick={onTakeOver}>
          {here.takeOver}
        </button>
      )}
    </div>
  )
}
