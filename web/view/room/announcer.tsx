import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Person } from '../../session/room-session.ts'
import { useSettings, useWords } from '../page-context.ts'
import { arrivals, handsRaised } from './arrivals.ts'

/** Tells screen readers, politely, who came, who went, and whose hand went up; not who was there already. */
export function Announcer({ people }: { readonly people: readonly Person[] }): JSX.Element {
  const { arrivals: words, hands } = useWords()
  const { announceArrivals, announceHands } = useSettings().value.value
  const before = useRef<readonly Person[]>([])
  const said = useSignal('')
  useEffect(() => {
    const welcomed = before.current.length > 0
    const { arrived, gone } = arrivals(before.current, people)
    const raised = handsRaised(before.current, people)
    before.current = people
    if (!welcomed || people.length === 0) return
    const sentences = [
      ...(arrived.length > 0 && announceArrivals ? [words.arrived(arrived)] : []),
      ...(gone.length > 0 && announceArrivals ? [words.gone(gone)] : []),
      ...(raised.length > 0 && announceHands ? [hands.raised(raised)] : []),
    ]
    if (sentences.length > 0) said.value = `${sentences.join('. ')}.`
  }, [people, words, hands, announceArrivals, announceHands, said])
  return (
    <p class="visually-hidden" role="status" data-announcer>
      {said.value}
    </p>
  )
}
