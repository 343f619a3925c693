import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** Real mediasoup, browsers and set-ups take seconds; a test that hangs should not take minutes. */
const PATIENT = { testTimeout: 90_000, hookTimeout: 90_000 } as const
/**
 * One file after the other: set-ups look at the machine's processes, people in browsers need a whole small machine, and where
 * a test adds an interface to it, browsers give up what they load just then (`ERR_NETWORK_CHANGED`).
 */
const ALONE = { ...PATIENT, fileParallelism: false } as const
/** Most of their time these wait: two files share a machine of two cores well. */
const IN_PAIRS = { maxWorkers: 2 } as const

export default defineConfig({
  test: {
    // What programs log is read where a test fails.
    silent: 'passed-only',
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'test/{protocol,room,access,directory,metrics,placement,web,view,together,invite,embed,turn,front}/**/*.test.ts',
          ],
          // Some reckon with megabytes, on machines that have other things to do.
          testTimeout: 30_000,
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
                NODE_KEYS: 'own:9-kBpEcAjJMxqMLdOin4944vhABAxQS-04vLKKSKYVQ',
              },
            },
          }),
        ],
        test: { name: 'worker', include: ['test/worker/**/*.test.ts'], testTimeout: 20_000, ...IN_PAIRS },
      },
      { test: { name: 'node', include: ['test/node/**/*.test.ts'], ...PATIENT, ...IN_PAIRS } },
      { test: { name: 'scripts', include: ['test/scripts/**/*.test.ts'], ...ALONE } },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], ...ALONE } },
    ],
  },
})
