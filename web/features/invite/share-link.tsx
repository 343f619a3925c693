import { Share2 } from 'lucide'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/page-context.ts'
import { LinkField } from './link-field.tsx'

interface ShareLinkProps {
  readonly link: string
  /** The thing to do next in this view is to share. */
  readonly first: boolean
}

const share = async (link: string): Promise<void> => {
  try {
    await navigator.share({ url: link })
  } catch (error) {
    // AbortError: the person closed the system's sheet. That is an answer.
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
  }
}

/** The link to the room, and the ways to hand it on. */
export function ShareLink({ link, first }: ShareLinkProps): JSX.Element {
  const words = useWords()
  const field = useRef<HTMLInputElement>(null)
  return (
    <div class="stack tight">
      <LinkField link={link} field={field} />
      <div class="choices">
        <CopyButton
          link={link}
          class={first ? 'button honey' : 'button'}
          onRefused={() => field.current?.focus()}
        />
        {'share' in navigator && (
          <button
            type="button"
            class="button"
            data-action="share"
            onClick={() => share(link).catch(reportError)}
          >
            <Icon node={Share2} />
            {words.first.share}
          </button>
        )}
      </div>
    </div>
  )
}
