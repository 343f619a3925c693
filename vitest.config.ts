import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** Real mediasoup, browsers and set-ups take seconds; a test that hangs should not take minutes. */
const PATIENT = { testTimeout: 90_000, hookTimeout: 90_000 } as const
/** Nodes tell their load more often than they do otherwise: tests that look at it would wait. */
const LIVELY_NODES = { env: { ESSAIM_SHORTER_WAITS: '{"heartbeatMs":2000}' } } as const
/** Most of their time these wait: two files share a machine of two cores well. */
const IN_PAIRS = { maxWorkers: 2 } as const
/**
 * One file after the other, in one process that keeps a browser. Each has several people in a call, whose browsers judge their
 * links by how late packets are: where two files share two cores, links look as narrow as the machine is busy.
 */
const IN_TURN = { ...PATIENT, ...LIVELY_NODES, isolate: false, maxWorkers: 1 } as const
/**
 * These add interfaces to the machine: browsers give up what they load just then (`ERR_NETWORK_CHANGED`). They run one after the
 * other, and `npm test` has them run in a network of their own.
 */
const CHANGES_NETWORKS = ['test/e2e/cut-off.test.ts']

/** `npm run test:long`: files that end with `.long.test.ts` run then alone; others ask test/support/long-run.ts. */
const isLong = process.env['ESSAIM_TEST_LONG'] === '1'
const ONLY_LONG = isLong ? [] : ['test/**/*.long.test.ts']

export default defineConfig({
  test: {
    provide: { isLong },
    // What programs log is read where a test fails.
    silent: 'passed-only',
    // Several projects run beside each other; what one remembers of earlier runs is not worth a file that two write.
    cache: false,
    projects: [
      {
        test: {
          name: 'unit',
          exclude: ONLY_LONG,
          include: [
            'test/{documents,protocol,room,access,http,directory,metrics,placement,web,turn,front,fuzz}/**/*.test.ts',
          ],
          // Some reckon with megabytes, on machines that have other things to do.
          testTimeout: 30_000,
          // To load for each what most of them need takes more than all their tests.
          isolate: false,
          setupFiles: ['test/support/as-found.ts'],
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                // SHA-256 of 'an-operator-s-secret'.
                ADMIN_SECRET_HASH: 'a987f88fa5e34dd780fc27d278c46bd1fbdcd62110dff17025a7eeb08c5bfda5',
                // Bytes: a hundred thousand of a room, twice as many of all.
                TURN_ROOM_BUDGET_GB: '0.0001',
                TURN_MONTH_BUDGET_GB: '0.0002',
                SHORTER_WAITS: '{"reportDelayMs":300}',
                NODE_KEYS: 'own:9-kBpEcAjJMxqMLdOin4944vhABAxQS-04vLKKSKYVQ',
              },
            },
          }),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          exclude: ONLY_LONG,
          testTimeout: 20_000,
          ...IN_PAIRS,
        },
      },
      {
        test: {
          name: 'node',
          include: ['test/node/**/*.test.ts'],
          exclude: ONLY_LONG,
          ...PATIENT,
          ...LIVELY_NODES,
          ...IN_PAIRS,
        },
      },
      {
        test: {
          name: 'scripts',
          include: ['test/scripts/**/*.test.ts'],
          exclude: ONLY_LONG,
          ...PATIENT,
          ...LIVELY_NODES,
          ...IN_PAIRS,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: [...CHANGES_NETWORKS, ...ONLY_LONG],
          ...IN_TURN,
        },
      },
      { test: { name: 'networks', include: CHANGES_NETWORKS, ...PATIENT, fileParallelism: false } },
      // In a network of its own, too: Firefox uses no loopback address for media.
      {
        test: { name: 'firefox', include: ['test/firefox/**/*.test.ts'], ...PATIENT, fileParallelism: false },
      },
    ],
  },
})
