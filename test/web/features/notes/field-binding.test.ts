import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BoundField, FieldBinding } from '../../../../web/features/notes/field-binding.ts'
import { textOf } from '../../../../web/features/notes/note-doc.ts'
import { NOTES_MAX_LENGTH } from '../../../../web/features/notes/note-limits.ts'
import { shifted, textChange } from '../../../../web/features/notes/text-change.ts'

/** A text field as somebody types in it; `|` marks the caret. */
class Field implements BoundField {
  value = ''
  selectionStart = 0
  selectionEnd = 0
  selectionDirection: 'forward' | 'backward' | 'none' = 'none'
  scrollTop = 0
  setSelectionRange(start: number | null, end: number | null): void {
    this.selectionStart = start ?? 0
    this.selectionEnd = end ?? 0
  }
  get shown(): string {
    return `${this.value.slice(0, this.selectionEnd)}|${this.value.slice(this.selectionEnd)}`
  }
}

function bound(start: string) {
  const doc = new Y.Doc()
  const text = textOf(doc)
  text.insert(0, start)
  const field = new Field()
  let full = false
  const binding = new FieldBinding(field, text, (filled) => {
    full = filled
  })
  const type = (shown: string): void => {
    const caret = shown.indexOf('|')
    field.value = shown.replace('|', '')
    field.setSelectionRange(caret, caret)
    binding.input()
  }
  const remote = (change: (text: Y.Text) => void) => doc.transact(() => change(text), 'somebody else')
  return { text, field, binding, type, remote, isFull: () => full }
}

describe('the change between two texts', () => {
  test.each<[string, string, number, string]>([
    ['', 'a', 1, '0 -0 +a'],
    ['aa', 'aaa', 1, '0 -0 +a'],
    ['aa', 'aaa', 3, '2 -0 +a'],
    ['aaa', 'aa', 1, '1 -1 +'],
    ['one two', 'one three', 9, '5 -2 +hree'],
    ['same', 'same', 2, '2 -0 +'],
    ['abc', '', 0, '0 -3 +'],
    ['x😀y', 'x😁y', 3, '1 -2 +😁'],
    ['ab', 'ba', 0, '0 -2 +ba'],
  ])('%j to %j, with the caret at %i: %s', (before, after, caret, expected) => {
    const { at, removed, inserted } = textChange(before, after, caret)
    expect(before.slice(0, at) + inserted + before.slice(at + removed)).toBe(after)
    expect(`${at} -${removed} +${inserted}`).toBe(expected)
  })
})

test.each<[number, Parameters<typeof shifted>[1], number]>([
  [3, [{ insert: 'xy' }], 5],
  [3, [{ retain: 3 }, { insert: 'xy' }], 3],
  [3, [{ retain: 1 }, { delete: 1 }], 2],
  [3, [{ retain: 1 }, { delete: 9 }], 1],
  [3, [{ retain: 3 }, { delete: 2 }], 3],
  [3, [{ delete: 1 }, { retain: 1 }, { insert: 'z' }, { delete: 5 }], 2],
])('the place %i after %j is %i', (index, delta, expected) => {
  expect(shifted(index, delta)).toBe(expected)
})

describe('a field', () => {
  test('gives to the text what is typed', () => {
    const { text, type } = bound('hello')
    type('hello you|')
    type('Hello|  you'.replace('  ', ' '))
    expect(text.toString()).toBe('Hello you')
  })

  test('shows what others type, and keeps the caret where it is', () => {
    const { field, type, remote } = bound('one two')
    type('one| two')
    field.scrollTop = 40
    remote((text) => text.insert(0, 'zero '))
    expect(field.shown).toBe('zero one| two')
    remote((text) => text.insert(field.value.length, ' three'))
    remote((text) => text.delete(0, 5))
    expect(field.shown).toBe('one| two three')
    expect(field.scrollTop).toBe(40)
  })

  test('is left alone while a letter is composed, and then both are there', () => {
    const { field, text, binding, remote } = bound('one two')
    binding.compose(true)
    field.value = 'one ´two'
    field.setSelectionRange(5, 5)
    binding.input()
    remote((each) => each.insert(0, '>> '))
    expect(field.value).toBe('one ´two')
    field.value = 'one étwo'
    binding.compose(false)
    expect(text.toString()).toBe('>> one étwo')
    expect(field.shown).toBe('>> one é|two')
  })

  test('takes back what was typed here, and nothing that others typed', () => {
    const { field, binding, type, remote } = bound('')
    type('mine|')
    remote((text) => text.insert(0, 'theirs '))
    binding.undo()
    expect(field.value).toBe('theirs ')
    binding.redo()
    expect(field.value).toBe('theirs mine')
  })

  test('that is full takes what fits in, says so, and lets one shorten', () => {
    const { field, text, type, isFull } = bound('x'.repeat(NOTES_MAX_LENGTH - 3))
    type(`ab😀${'x'.repeat(NOTES_MAX_LENGTH - 3)}|`)
    expect(isFull()).toBe(true)
    expect(text.length).toBeLessThanOrEqual(NOTES_MAX_LENGTH)
    expect(field.value).toBe(text.toString())
    expect(field.value.slice(0, 4)).toBe('abxx')
    type('ab|')
    expect(isFull()).toBe(false)
    expect(text.toString()).toBe('ab')
  })
})
