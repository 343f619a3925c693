import type { JSX } from 'preact'
import { useWords } from '../../ui/page-context.ts'
import type { OtherTab } from '../tab-presence.ts'

interface HereAlreadyProps {
  readonly otherTab: Exclude<OtherTab, 'none'>
  readonly onTakeOver: () => void
}

/** Says that one is in this room in another tab of the browser, and offers to go on in this one. */
export function HereAlready({ otherTab, onTakeOver }: HereAlreadyProps): JSX.Element {
  const { here } = useWords()
  return (
    <div class="here-already" role="status" data-other-tab={otherTab}>
      <p>{here[otherTab]}</p>
      {otherTab === 'inRoom' && (
        <button type="button" class="button honey" data-action="take-over" onClick={onTakeOver}>
          {here.takeOver}
        </button>
      )}
    </div>
  )
}
