import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take half a minute or more by themselves, the longest first: what begins last should be short, or one of several
 * that run side by side goes on alone. A file that is missing here, or named in vain, costs some seconds and no more.
 */
const LONGEST = [
  'connection',
  'two-nodes',
  'recording',
  'moderation',
  'failures',
  'gallery',
  'three-nodes',
  'turn',
  'turn-budget',
  'push-to-talk',
  'turn-service',
  'lending',
  'noise',
]

/** Lets files run by how long they take, and the rest by their size, as Vitest does. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const index = LONGEST.findIndex((name) => moduleId.endsWith(`/test/e2e/${name}.test.ts`))
  return index < 0 ? LONGEST.length : index
}
