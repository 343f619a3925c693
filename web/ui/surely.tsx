import { useSignal } from '@preact/signals'
import type { IconNode } from 'lucide'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'

interface SurelyProps {
  /** What a press does, in a word: `data-action`, and with `-yes` and `-no` that of the answers. */
  readonly hook: string
  readonly look: string
  readonly icon: IconNode
  readonly label: string
  /** What is asked once more, and the answers. */
  readonly question: string
  readonly yes: string
  readonly no: string
  readonly disabled?: boolean
  /** The id of what says more of it. */
  readonly describedBy?: string | undefined
  readonly onYes: () => void
}

/** Does what cannot be undone: asks once more before. */
export function Surely(props: SurelyProps): JSX.Element {
  const { hook, look, icon, label, question, yes, no, disabled = false, describedBy, onYes } = props
  const asks = useSignal(false)
  const refusal = useRef<HTMLButtonElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const answered = useRef(false)
  // Whoever presses twice by mistake does nothing; whoever answered stands where they were.
  useLayoutEffect(() => {
    if (asks.value) refusal.current?.focus()
    else if (answered.current) opener.current?.focus()
  }, [asks.value])
  const answer = (): void => {
    answered.current = true
    asks.value = false
  }
  if (!asks.value)
    return (
      <button
        ref={opener}
        type="button"
        class={look}
        data-action={hook}
        disabled={disabled}
        aria-describedby={describedBy}
        onClick={() => {
          asks.value = true
        }}
      >
        <Icon node={icon} />
        <span>{label}</span>
      </button>
    )
  const answerYes = (): void => {
    answer()
    onYes()
  }
  return (
    <div class="stack tight surely" role="alert">
      <p dir="auto">{question}</p>
      <div class="choices">
        <button type="button" class="button small" data-action={`${hook}-yes`} onClick={answerYes}>
          {yes}
        </button>
        <button ref={refusal} type="button" class="button small" data-action={`${hook}-no`} onClick={answer}>
          {no}
        </button>
      </div>
    </div>
  )
}
