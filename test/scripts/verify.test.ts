import { expect, test } from 'vitest'
import { selectStages } from '../../scripts/verify/select-stages.ts'
import { tallyOf } from '../../scripts/verify/vitest-stage.ts'

test.each([
  { what: 'tests that all passed', passed: 3, failed: 0, succeeded: true, tally: { passed: 3, failed: 0 } },
  { what: 'tests that failed', passed: 3, failed: 2, succeeded: false, tally: { passed: 3, failed: 2 } },
  {
    what: 'an error outside of any test',
    passed: 3,
    failed: 0,
    succeeded: false,
    tally: { passed: 3, failed: 1 },
  },
  {
    what: 'a project without a test',
    passed: 0,
    failed: 0,
    succeeded: true,
    tally: { passed: 0, failed: 1 },
  },
])('$what: $tally', ({ passed, failed, succeeded, tally }) => {
  expect(tallyOf({ numPassedTests: passed, numFailedTests: failed }, succeeded)).toEqual(tally)
})

test('no report is a failure', () => {
  expect(tallyOf(undefined, true)).toEqual({ passed: 0, failed: 1 })
})

test('--only chooses stages, and keeps their order', () => {
  const chosen = selectStages(['--only', 'e2e', '--only', 'lint'])
  expect(chosen.map(({ name }) => name)).toEqual(['lint', 'e2e'])
})

test.each([['--only', 'everything'], ['--fast']])('%s is refused with the list of stages', (...args) => {
  expect(() => selectStages(args)).toThrow(/Stages: lint, types/)
})
