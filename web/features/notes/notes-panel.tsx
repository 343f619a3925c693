import { type Signal, useSignal } from '@preact/signals'
import { Download } from 'lucide'
import type { JSX, RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../../ui/icon.tsx'
import { shortcutKeyOf } from '../../ui/keys.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useDictionary, useWords } from '../../ui/page-context.ts'
import { fileNameOf, saveFile } from '../../ui/save-file.ts'
import type { PanelProps } from '../panel/panel.ts'
import { FieldBinding } from './field-binding.ts'
import { type NotesPad, notesPadOf } from './notes-pad.ts'

/** The pad: one text that all write at once. */
export function NotesPanel({ room, session }: PanelProps): JSX.Element {
  const { title } = useWords().notes
  const { notes } = useFurtherWords()
  const pad = notesPadOf(session)
  const field = useRef<HTMLTextAreaElement>(null)
  const full = useSignal(false)
  const binding = useBinding(field, pad, full)
  const { permissions, moderates } = session.view.value
  const mayWrite = permissions.chat || moderates
  const save = (): void => {
    const file = new Blob([pad.text.toString()], { type: 'text/markdown' })
    saveFile(file, fileNameOf(room, notes.fileName, 'md'))
  }
  return (
    <div class="notes">
      <p class="quiet" id="notes-hint">
        {mayWrite ? notes.hint : notes.notAllowed}
      </p>
      <textarea
        ref={field}
        aria-label={title}
        aria-describedby="notes-hint"
        placeholder={notes.placeholder}
        dir="auto"
        spellcheck
        readOnly={!mayWrite}
        onInput={() => binding.current?.input()}
        onCompositionStart={() => binding.current?.compose(true)}
        onCompositionEnd={() => binding.current?.compose(false)}
        onKeyDown={(event) => handleUndoKeys(event, binding.current)}
      />
      <NotesStatus pad={pad} full={full.value} />
      <button type="button" class="button small start" data-action="save-notes" onClick={save}>
        <Icon node={Download} />
        {notes.save}
      </button>
    </div>
  )
}

/** What stands in the way, or who else writes. */
function NotesStatus({ pad, full }: { readonly pad: NotesPad; readonly full: boolean }): JSX.Element {
  const { language } = useDictionary()
  const { notes } = useFurtherWords()
  const writers = pad.writers.value
  const problem = full ? notes.full : pad.problem.value === 'unsent' ? notes.unsent : ''
  const names = new Intl.ListFormat(language).format(writers)
  return (
    <>
      <p class="field-problem" role="alert">
        {problem}
      </p>
      <p class="quiet notes-writers" data-writers={writers.length}>
        {writers.length > 0 && notes.writing(names, writers.length)}
      </p>
    </>
  )
}

/** Binds the field to the pad for as long as both are there. */
function useBinding(
  field: RefObject<HTMLTextAreaElement | null>,
  pad: NotesPad,
  full: Signal<boolean>,
): RefObject<FieldBinding | null> {
  const binding = useRef<FieldBinding>(null)
  useLayoutEffect(() => {
    if (field.current === null) return
    const bound = new FieldBinding(field.current, pad.text, (filled) => {
      full.value = filled
    })
    binding.current = bound
    return () => {
      binding.current = null
      bound.close()
    }
  }, [field, pad, full])
  return binding
}

/** The browser's own undo knows nothing of what others typed in between. */
function handleUndoKeys(event: KeyboardEvent, binding: FieldBinding | null): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || binding === null) return
  const key = shortcutKeyOf(event)
  if (key !== 'Z' && key !== 'Y') return
  event.preventDefault()
  if (key === 'Y' || event.shiftKey) binding.redo()
  else binding.undo()
}
