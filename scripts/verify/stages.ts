import { inLoopbackNetwork, inOwnNetwork } from '../network/own-network.ts'
import { pageSizeStage } from './page-size.ts'
import { runGroup } from './run-group.ts'
import { type Stage, single } from './stage.ts'
import { vitestStage } from './vitest-stage.ts'

/** None of these takes a minute; on a slow machine that does much else, they take some. */
const LONGEST_MS = 10 * 60_000

const check = (name: string, title: string, command: string, args: readonly string[]): Stage => ({
  name,
  title,
  run: async (say) => single(await runGroup(command, args, { say, longestMs: LONGEST_MS })),
})

/** Several checkers of one project each find out most of what the others do: together they take twice as long. */
const EACH_ONCE = ['--checkers', '1']

/**
 * Everything that is verified, the quick first. What stands in one row runs side by side: either it is done in a moment, or it
 * mostly waits; more would starve each other's timing on a machine of two cores.
 */
export const ROUNDS: readonly (readonly Stage[])[] = [
  [
    check('lint', 'format and lint', 'biome', ['check', '.']),
    check('types', 'types', 'tsc', ['-b', ...EACH_ONCE]),
    check('dead-code', 'dead code', 'knip', []),
    pageSizeStage,
  ],
  [vitestStage('unit', 'pure parts'), vitestStage('worker', 'the edge, in workerd')],
  [vitestStage('node', 'the node, with real mediasoup'), vitestStage('scripts', 'set-up, start and deploy')],
  [vitestStage('firefox', 'calls between Firefox and Chromium', { within: inOwnNetwork })],
  [vitestStage('networks', 'networks that change, in a browser', { within: inLoopbackNetwork })],
  [vitestStage('e2e', 'everything, in a browser')],
]
