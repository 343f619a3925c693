import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { NoticeStack } from '../../../web/ui/notices/notice-stack.ts'

test('the latest notices show, and earlier ones when those have gone', () => {
  const stack = new NoticeStack(signal(2))
  const [first, second] = [stack.add(), stack.add()]
  expect(stack.behind.value).toEqual([])
  const third = stack.add()
  expect(stack.behind.value).toEqual([first])
  stack.remove(second)
  expect(stack.behind.value).toEqual([])
  stack.remove(third)
  stack.remove(third)
  expect(stack.behind.value).toEqual([])
})

test('a window that becomes narrow shows fewer', () => {
  const most = signal(3)
  const stack = new NoticeStack(most)
  const [first] = [stack.add(), stack.add(), stack.add()]
  expect(stack.behind.value).toEqual([])
  most.value = 2
  expect(stack.behind.value).toEqual([first])
})

test('whoever looked at all of them looks at few again once there are few', () => {
  const stack = new NoticeStack(signal(1))
  stack.add()
  const second = stack.add()
  stack.unfolded.value = true
  stack.add()
  expect(stack.unfolded.value).toBe(true)
  stack.remove(second)
  expect(stack.unfolded.value).toBe(true)
  stack.remove(3)
  expect(stack.unfolded.value).toBe(false)
})
