import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Person } from '../../session/room-session.ts'
import { useWords } from '../page-context.ts'
import { arrivals } from './arrivals.ts'

/** Tells screen readers, politely, who came and who went; not who was there already. */
export function Announcer({ people }: { readonly people: readonly Person[] }): JSX.Element {
  const { arrivals: words } = useWords()
  const before = useRef<readonly Person[]>([])
  const said = useSignal('')
  useEffect(() => {
    const welcomed = before.current.length > 0
    const { arrived, gone } = arrivals(before.current, people)
    before.current = people
    if (!welcomed || people.length === 0) return
    const sentences = [
      ...(arrived.length > 0 ? [words.arrived(arrived)] : []),
      ...(gone.length > 0 ? [words.gone(gone)] : []),
    ]
    if (sentences.length > 0) said.value = `${sentences.join('. ')}.`
  }, [people, words, said])
  return (
    <p class="visually-hidden" role="status" data-announcer>
      {said.value}
    </p>
  )
}
