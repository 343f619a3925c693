import { expect, test } from 'vitest'
import type { CaptureState } from '../../../../web/core/capture/local-media.ts'
import { isSameMark, problemMark, problemsOf } from '../../../../web/features/devices/problems/problems-of.ts'
import { capture } from '../../../../web/features/devices/words/further/en.ts'
import { OFF } from '../../capture/off.ts'

const WELL: CaptureState = { ...OFF, wanted: true }

const start = async (): Promise<void> => {}
const other = { label: 'Use the other', act: start }
const unblurred = { label: 'Without blur', act: start }

const told = (microphone: Partial<CaptureState>, camera: Partial<CaptureState>) =>
  problemsOf(
    { microphone: { ...WELL, ...microphone }, camera: { ...WELL, ...camera }, otherCamera: other },
    capture,
    { startMicrophone: start, startCamera: start, unblurred },
  )

test.each<[string, Partial<CaptureState>, Partial<CaptureState>, string[]]>([
  ['all is well', {}, {}, []],
  ['one cause holds for both', { problem: 'refused' }, { problem: 'refused' }, ['both-refused']],
  ['each is busy by itself', { problem: 'busy' }, { problem: 'busy' }, ['microphone-busy', 'camera-busy']],
  [
    'nobody wants the camera',
    { problem: 'refused' },
    { problem: 'refused', wanted: false },
    ['microphone-refused'],
  ],
  [
    'another stands in',
    { standIn: 'Headset' },
    { changeProblem: 'busy' },
    ['microphone-stand-in', 'camera-kept-busy'],
  ],
])('%s', (_what, microphone, camera, hooks) => {
  expect(told(microphone, camera).map(({ hook }) => hook)).toEqual(hooks)
})

test('trying again is offered where it can help, and another camera for one that was unplugged', () => {
  const [unplugged] = told({}, { problem: 'unplugged' })
  expect(unplugged).toMatchObject({ tryAgain: start, instead: other })
  const [untreated] = told({}, { problem: 'untreated' })
  expect(untreated).toMatchObject({ instead: unblurred })
  const [unsupported] = told({ problem: 'unsupported' }, { wanted: false })
  expect(unsupported).toMatchObject({ tryAgain: null })
})

test('what was put away is told again when it is another problem', () => {
  const marked = (camera: Partial<CaptureState>) =>
    problemMark({ microphone: WELL, camera: { ...WELL, ...camera }, otherCamera: null })
  expect(isSameMark(marked({ problem: 'busy' }), marked({ problem: 'busy', pending: true }))).toBe(true)
  expect(isSameMark(marked({ problem: 'busy' }), marked({ problem: 'refused' }))).toBe(false)
  expect(isSameMark(marked({ problem: 'busy' }), marked({ changeProblem: 'busy' }))).toBe(false)
  expect(isSameMark(null, marked({}))).toBe(false)
})
