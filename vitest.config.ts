import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/**
 * Real mediasoup, browsers and set-ups take seconds, and a whole machine; a test that hangs should not take minutes. Two
 * files of people in browsers at a time would be quicker, and cost two cores their calm: what is measured would be the load.
 */
const ALONE = { testTimeout: 90_000, hookTimeout: 90_000, fileParallelism: false } as const
/** These tests wait most of their time: two files share a machine of two cores well. */
const IN_PAIRS = { testTimeout: 20_000, maxWorkers: 2 } as const

export default defineConfig({
  test: {
    // What programs log is read where a test fails.
    silent: 'passed-only',
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'test/{protocol,room,access,directory,metrics,placement,web,view,together,invite,embed,turn}/**/*.test.ts',
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
        test: { name: 'worker', include: ['test/worker/**/*.test.ts'], ...IN_PAIRS },
      },
      { test: { name: 'node', include: ['test/node/**/*.test.ts'], ...ALONE } },
      { test: { name: 'scripts', include: ['test/scripts/**/*.test.ts'], ...ALONE } },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], ...ALONE } },
    ],
  },
})
