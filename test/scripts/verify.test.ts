import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ROOT } from '../../scripts/setup/places.mjs'
import { runGroup } from '../../scripts/verify/run-group.ts'
import { selectStages } from '../../scripts/verify/select-stages.ts'
import { takeTurns } from '../../scripts/verify/take-turns.ts'
import { tallyOf } from '../../scripts/verify/vitest-stage.ts'
import { isRunning } from '../node/support/processes.ts'

test.each([
  { what: 'tests that all passed', passed: 3, failed: 0, succeeded: true, tally: { passed: 3, failed: 0 } },
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
  expect(
    tallyOf({ numPassedTests: passed, numFailedTests: failed, testResults: [] }, succeeded),
  ).toMatchObject(tally)
})

test('no report is a failure', () => {
  expect(tallyOf(undefined, true)).toMatchObject({ passed: 0, failed: 1 })
})

test('which tests failed, and why, is said again at the end', () => {
  const passed = { status: 'passed', fullName: 'a room opens', failureMessages: [] }
  const failed = { status: 'failed', fullName: 'a room closes', failureMessages: ['expected 1 to be 2'] }
  const results = [
    { name: path.join(ROOT, 'test/room.test.ts'), message: '', assertionResults: [passed, failed] },
    { name: path.join(ROOT, 'test/door.test.ts'), message: 'cannot be read', assertionResults: [] },
  ]
  expect(tallyOf({ numPassedTests: 1, numFailedTests: 1, testResults: results }, false)).toEqual({
    passed: 1,
    failed: 1,
    failures: ['test/room.test.ts > a room closes\nexpected 1 to be 2', 'test/door.test.ts\ncannot be read'],
  })
  const outside = tallyOf({ numPassedTests: 1, numFailedTests: 0, testResults: [] }, false)
  expect(outside.failures).toEqual(['an error outside of any test, which stands above'])
})

test('--only chooses stages, and keeps their order', () => {
  const chosen = selectStages(['--only', 'e2e', '--only', 'lint'])
  expect(chosen.rounds.map((round) => round.map(({ name }) => name))).toEqual([['lint'], ['e2e']])
  expect(chosen.long).toBe(false)
})

test.each([['--only', 'everything'], ['--fast']])('%s is refused with the list of stages', (...args) => {
  expect(() => selectStages(args)).toThrow(/Stages: lint, types/)
})

test('those who speak at the same time are heard one after the other, and lose nothing', () => {
  let heard = ''
  const [first, second, third] = takeTurns(3, (text) => {
    heard += text
  })
  second?.say('2a ')
  first?.say('1a ')
  expect(heard).toBe('1a ')
  third?.say('3a ')
  third?.end()
  first?.say('1b ')
  first?.end()
  expect(heard).toBe('1a 1b 2a ')
  second?.say('2b ')
  expect(heard).toBe('1a 1b 2a 2b ')
  second?.end()
  expect(heard).toBe('1a 1b 2a 2b 3a ')
})

test('a stage that hangs is ended, with all that it started, and has failed', async () => {
  let said = ''
  const say = (text: string): void => {
    said += text
  }
  const endless = `require('node:child_process').spawn(process.execPath, ['-e', 'console.log(process.pid); setInterval(() => {}, 1e6)'], { stdio: 'inherit' })`
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const succeeded = runGroup('node', ['-e', endless], { say, longestMs: 60_000 })
  await expect.poll(() => said, { timeout: 30_000 }).toMatch(/^\d+$/m)
  vi.advanceTimersByTime(60_000)
  expect(await succeeded).toBe(false)
  expect(said).toContain('node took more than 1 minutes: ended.')
  // Its output is closed a moment before it is gone.
  await expect.poll(() => isRunning(Number(/^\d+$/m.exec(said)?.[0]))).toBe(false)
})
