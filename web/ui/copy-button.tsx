import { useSignal } from '@preact/signals'
import { Check, Link } from 'lucide'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { useWords } from './page-context.ts'

const COPIED_SHOWS_MS = 2_500

interface CopyButtonProps {
  readonly link: string
  readonly class: string
  /** The browser did not let the page write to the clipboard: the link must be shown for copying by hand. */
  readonly onRefused: () => void
}

/** Copies the link to the room, and says that it did. */
export function CopyButton({ link, class: look, onRefused }: CopyButtonProps): JSX.Element {
  const { room } = useWords()
  const copied = useSignal(false)
  useEffect(() => {
    if (!copied.value) return
    const timer = setTimeout(() => {
      copied.value = false
    }, COPIED_SHOWS_MS)
    return () => clearTimeout(timer)
  }, [copied.value])

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link)
      copied.value = true
    } catch (error) {
      // No clipboard on a page without https (TypeError), or none for us (NotAllowedError).
      if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error
      onRefused()
    }
  }
  const label = copied.value ? room.copied : room.copyLink
  return (
    <button
      type="button"
      class={look}
      data-action="copy-link"
      title={label}
      onClick={() => copy().catch(reportError)}
    >
      <Icon node={copied.value ? Check : Link} />
      <span class="tool-label" role="status">
        {label}
      </span>
    </button>
  )
}
