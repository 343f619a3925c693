import { pageSizeStage } from './page-size.ts'
import { runGroup } from './run-group.ts'
import { type Stage, single } from './stage.ts'
import { vitestStage } from './vitest-stage.ts'

const check = (name: string, title: string, command: string, args: readonly string[]): Stage => ({
  name,
  title,
  run: async () => single(await runGroup(command, args)),
})

/** Everything that is verified, the quick first; one after another, so that none starves another's timing. */
export const STAGES: readonly Stage[] = [
  check('lint', 'format and lint', 'biome', ['check', '.']),
  check('types', 'types', 'tsc', ['-b']),
  check('dead-code', 'dead code', 'knip', []),
  pageSizeStage,
  vitestStage('unit', 'pure parts'),
  vitestStage('worker', 'the edge, in workerd'),
  vitestStage('node', 'the node, with real mediasoup'),
  vitestStage('scripts', 'set-up, start and deploy'),
  vitestStage('e2e', 'everything, in a browser'),
]
