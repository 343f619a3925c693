import * as Y from 'yjs'
import { NOTES_MAX_LENGTH } from './note-limits.ts'
import { beginning, type DeltaStep, shifted, textChange } from './text-change.ts'

/** The part of a text field that a binding uses. */
export type BoundField = Pick<
  HTMLTextAreaElement,
  'value' | 'selectionStart' | 'selectionEnd' | 'selectionDirection' | 'setSelectionRange' | 'scrollTop'
>

/** Holds a text field and a shared text the same, and the caret where its owner has put it. */
export class FieldBinding {
  readonly #field: BoundField
  readonly #text: Y.Text
  readonly #filled: (full: boolean) => void
  readonly #undo: Y.UndoManager
  /** What the field shows, but for what is being typed. */
  #shown: string
  #composing = false
  /** What others changed while a letter was being composed: to touch the field then would break it off. */
  #meanwhile: (readonly DeltaStep[])[] = []

  /** @param filled - Called after what is typed with whether it did not fit in. */
  constructor(field: BoundField, text: Y.Text, filled: (full: boolean) => void) {
    this.#field = field
    this.#text = text
    this.#filled = filled
    this.#undo = new Y.UndoManager(text, { trackedOrigins: new Set([this]) })
    this.#shown = field.value = text.toString()
    text.observe(this.#follow)
  }

  /** The field's owner has typed. */
  input(): void {
    if (this.#composing) return
    const { value, selectionEnd } = this.#field
    const change = textChange(this.#shown, value, selectionEnd)
    this.#shown = value
    const deltas = this.#meanwhile
    this.#meanwhile = []
    const place = (index: number): number => deltas.reduce(shifted, index)
    const at = place(change.at)
    const removed = place(change.at + change.removed) - at
    const room = NOTES_MAX_LENGTH - (this.#text.length - removed)
    const inserted = beginning(change.inserted, room)
    this.#text.doc?.transact(() => {
      this.#text.delete(at, removed)
      this.#text.insert(at, inserted)
    }, this)
    const full = inserted.length < change.inserted.length
    if (full || deltas.length > 0) this.#show(at + inserted.length, at + inserted.length)
    this.#filled(full)
  }

  /** A letter is being composed of several keys, or is done. */
  compose(on: boolean): void {
    this.#composing = on
    if (!on) this.input()
  }

  /** Takes back, or does again, what was typed here, and nothing that others typed. */
  undo(): void {
    this.#undo.undo()
  }

  redo(): void {
    this.#undo.redo()
  }

  close(): void {
    this.#text.unobserve(this.#follow)
    this.#undo.destroy()
  }

  readonly #follow = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin === this) return
    if (this.#composing) {
      this.#meanwhile.push(event.delta)
      return
    }
    const { selectionStart, selectionEnd } = this.#field
    this.#show(shifted(selectionStart, event.delta), shifted(selectionEnd, event.delta))
  }

  #show(start: number, end: number): void {
    const { selectionDirection, scrollTop } = this.#field
    this.#shown = this.#field.value = this.#text.toString()
    this.#field.setSelectionRange(start, end, selectionDirection)
    this.#field.scrollTop = scrollTop
  }
}
