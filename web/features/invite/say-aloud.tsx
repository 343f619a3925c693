import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { readSecret } from '../../core/encryption/room-secret.ts'
import { useAttempt } from '../../ui/hooks/use-attempt.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useDictionary } from '../../ui/page-context.ts'
import type { PanelProps } from '../panel/panel.ts'
import { spokenWordsOf } from './spoken-words.ts'

type SayAloudProps = Pick<PanelProps, 'link' | 'session'>

/** An encrypted room, for somebody who cannot be sent its link: its name and six words, made and taken back by moderators. */
export function SayAloud({ link, session }: SayAloudProps): JSX.Element | null {
  const { aloud: words } = useFurtherWords()
  const { moderates, spokenWords } = session.view.value
  if (!moderates && spokenWords === null) return null
  return (
    <section class="stack tight" data-spoken={spokenWords !== null}>
      <h3>{words.title}</h3>
      {moderates ? <Making link={link} session={session} /> : <p>{words.ask}</p>}
    </section>
  )
}

function Making({ link, session }: SayAloudProps): JSX.Element {
  const { aloud: words } = useFurtherWords()
  const { language } = useDictionary()
  const { spokenWords } = session.view.value
  const control = spokenWordsOf(session)
  const own = control.own.value
  const busy = useSignal(false)
  const { failed, attempt } = useAttempt()
  const list = useRef<HTMLOListElement>(null)
  const shown = own?.number === spokenWords ? own : null
  // They stand far down, and may be read from a little way off.
  useEffect(() => list.current?.scrollIntoView({ block: 'nearest' }), [shown])
  const act = (what: () => Promise<void>): void => {
    if (busy.value) return
    busy.value = true
    attempt(() =>
      what().finally(() => {
        busy.value = false
      }),
    )
  }
  const make = (): void => {
    const secret = readSecret(new URL(link).hash)
    if (secret.is === 'whole') act(() => control.make(language, secret.secret))
  }
  return (
    <div class="stack tight" aria-busy={busy.value}>
      <div class="stack tight" role="status">
        {spokenWords === null ? (
          <p>{words.hint}</p>
        ) : shown !== null ? (
          <>
            <p>{words.tell}</p>
            <p class="spoken-room">
              <bdi>{session.room}</bdi>
            </p>
            <ol ref={list} class="spoken-words" lang={shown.language}>
              {shown.words.map((word) => (
                <li key={word}>{word}</li>
              ))}
            </ol>
            <p class="quiet">{words.until}</p>
          </>
        ) : (
          <p>{words.others}</p>
        )}
      </div>
      <div class="choices">
        <button type="button" class="button" data-action="make-words" onClick={make}>
          {busy.value ? words.moment : spokenWords === null ? words.make : words.makeOthers}
        </button>
        {spokenWords !== null && (
          <button
            type="button"
            class="button"
            data-action="take-words-back"
            onClick={() => act(() => control.takeBack())}
          >
            {words.takeBack}
          </button>
        )}
      </div>
      <p class="field-problem" role="alert">
        {failed.value ? words.failed : ''}
      </p>
    </div>
  )
}
