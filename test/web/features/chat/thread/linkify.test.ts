import { expect, test } from 'vitest'
import { linkify } from '../../../../../web/features/chat/thread/linkify.ts'

const links = (text: string): string[] =>
  linkify(text).flatMap((piece) => (piece.kind === 'link' ? [piece.href] : []))

test.each([
  ['a plain sentence', 'no link here', []],
  ['a web address', 'see https://example.org/a?b=c#d now', ['https://example.org/a?b=c#d']],
  ['the sentence’s full stop', 'see https://example.org/a.', ['https://example.org/a']],
  ['a bracket around it', '(https://example.org/a)', ['https://example.org/a']],
  ['a bracket in it', 'https://example.org/a_(b)', ['https://example.org/a_(b)']],
  ['French quotation marks', '«https://example.org»', ['https://example.org/']],
  ['two of them', 'http://a.example, http://b.example', ['http://a.example/', 'http://b.example/']],
  ['an e-mail address', 'write to ada@example.org!', ['mailto:ada@example.org']],
  ['a script', 'javascript:alert(1)', []],
  ['a data address', 'data:text/html,<b>hi</b>', []],
  ['a script that pretends', 'javascript:alert("https://example.org")', ['https://example.org/']],
  ['markup', '<a href="https://example.org">x</a>', ['https://example.org/']],
  ['half an address', 'https:// and http://', []],
])('%s', (_what, text, expected) => {
  expect(links(text)).toEqual(expected)
})

test('nothing that was written is lost, whatever it is', () => {
  const texts = [
    '',
    'a',
    'https://example.org',
    'a https://example.org. b',
    '((((https://x.example))))',
    '@@@',
    '...',
  ]
  for (const text of texts) {
    expect(
      linkify(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  }
})
