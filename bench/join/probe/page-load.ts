import type { Timeline } from './timeline.ts'

/** What was loaded over HTTP until now (W3C resource-timing, navigation-timing). */
export function readPageLoad(timeline: Timeline) {
  const [navigation] = performance.getEntriesByType('navigation').filter(isResource)
  const resources = performance.getEntriesByType('resource').filter(isResource)
  const scripts = resources.filter(({ name }) => new URL(name).pathname.endsWith('.js'))
  const loaded = navigation ? [navigation, ...resources] : resources
  if (navigation) timeline.mark('htmlLoaded', navigation.responseEnd)
  if (scripts.length > 0)
    timeline.mark('scriptsLoaded', Math.max(...scripts.map(({ responseEnd }) => responseEnd)))
  return {
    requests: loaded.length,
    loadedBytes: sum(loaded.map(({ transferSize }) => transferSize)),
    scriptBytes: sum(scripts.map(({ decodedBodySize }) => decodedBodySize)),
  }
}

const isResource = (entry: PerformanceEntry): entry is PerformanceResourceTiming =>
  entry instanceof PerformanceResourceTiming

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
