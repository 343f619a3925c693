import { expect, test, vi } from 'vitest'
import { forbidDialogs } from '../../web/no-dialogs.ts'

test('what a library would say in a dialog is logged, and nobody has to answer', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const never = (_message?: string): never => {
    throw new Error('a dialog')
  }
  const page: Pick<Window, 'alert' | 'confirm' | 'prompt'> = { alert: never, confirm: never, prompt: never }
  forbidDialogs(page)
  expect([page.alert('no WebGL'), page.confirm('sure?'), page.prompt('who?')]).toEqual([
    undefined,
    false,
    null,
  ])
  expect(warn.mock.calls.map(([, message]) => message)).toEqual(['no WebGL', 'sure?', 'who?'])
})
