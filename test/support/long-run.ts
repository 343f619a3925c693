import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether this is `npm run test:long` (vitest.config.ts). */
    isLong: boolean
  }
}

/** Whether there is time for all of it: more random sequences, floods, every scene. */
const isLongRun = (): boolean => inject('isLong')

/** What a test does in a long run, and what otherwise. */
export const inLongRun = <Value>(long: Value, otherwise: Value): Value => (isLongRun() ? long : otherwise)
