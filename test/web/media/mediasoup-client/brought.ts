import { createRequire } from 'node:module'

/** What mediasoup-client itself brings under that name: what ours stands in for. */
export const brought: NodeJS.Require = createRequire(
  createRequire(import.meta.url).resolve('mediasoup-client'),
)
