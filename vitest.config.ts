import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** Real mediasoup, browsers and set-ups take seconds; a test that hangs should not take minutes. */
const SLOW = { testTimeout: 90_000, hookTimeout: 90_000, fileParallelism: false } as const

const COUNTED = Array.from({ length: 100 }, (_, i) => [`node-${i}`, `door-node-${i}`]).flat()
const NAMED =
  'brief counted crowded durable freed frozen half honest late liar old rude silent steady thief twin'.split(
    ' ',
  )
const TEST_NODES = [...NAMED, ...COUNTED]

export default defineConfig({
  test: {
    // What programs log is read where a test fails.
    silent: 'passed-only',
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'test/{protocol,room,access,directory,placement,web,view,together,invite,embed,turn}/**/*.test.ts',
          ],
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                NODE_KEYS: TEST_NODES.map((id) => `${id}:9-kBpEcAjJMxqMLdOin4944vhABAxQS-04vLKKSKYVQ`).join(),
              },
            },
          }),
        ],
        test: { name: 'worker', include: ['test/worker/**/*.test.ts'], testTimeout: 20_000 },
      },
      { test: { name: 'node', include: ['test/node/**/*.test.ts'], ...SLOW } },
      { test: { name: 'scripts', include: ['test/scripts/**/*.test.ts'], ...SLOW } },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], ...SLOW } },
    ],
  },
})
