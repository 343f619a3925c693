/**
 * A reader of Prometheus's text exposition format that takes nothing but what the format's page says
 * (https://prometheus.io/docs/instrumenting/exposition_formats/, version 0.0.4).
 */

export interface ReadSample {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

export interface ReadMetric {
  readonly type: string
  readonly help: string
  readonly samples: readonly ReadSample[]
}

const HELP = /^# HELP (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<help>(?:[^\\]|\\\\|\\n)*)$/
const TYPE = /^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<type>counter|gauge|histogram|summary|untyped)$/
const SAMPLE = /^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(?<labels>.*)\})? (?<value>\S+)$/
const LABEL = /(?<label>[a-zA-Z_][a-zA-Z0-9_]*)="(?<text>(?:[^\\"\n]|\\\\|\\"|\\n)*)"(?:,|$)/gy
const NUMBER = /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|NaN|[+-]?Inf)$/

const unescaped = (text: string): string =>
  text.replace(/\\(.)/g, (_, character) => (character === 'n' ? '\n' : character))

/** All metrics of a text, by name. Throws where it is not as the format wants it. */
export function readExposition(text: string): ReadonlyMap<string, ReadMetric> {
  if (!text.endsWith('\n')) throw new Error('the last line does not end')
  const found = new Map<string, { type: string; help: string; samples: ReadSample[] }>()
  let open: { name: string; help: string } | null = null
  for (const line of text.slice(0, -1).split('\n')) {
    const help = HELP.exec(line)?.groups
    const type = TYPE.exec(line)?.groups
    if (help) open = { name: help['name'] ?? '', help: unescaped(help['help'] ?? '') }
    else if (type) {
      if (!open || open.name !== type['name'] || found.has(open.name))
        throw new Error(`out of place: ${line}`)
      found.set(open.name, { type: type['type'] ?? '', help: open.help, samples: [] })
    } else {
      const { name, sample } = readSample(line)
      const metric = found.get(name)
      if (!metric || open?.name !== name) throw new Error(`of no metric, or apart from its others: ${line}`)
      const key = JSON.stringify(sample.labels)
      if (metric.samples.some(({ labels }) => JSON.stringify(labels) === key))
        throw new Error(`twice: ${line}`)
      metric.samples.push(sample)
    }
  }
  return found
}

function readSample(line: string): { name: string; sample: ReadSample } {
  const groups = SAMPLE.exec(line)?.groups
  const value = groups?.['value'] ?? ''
  if (!groups?.['name'] || !NUMBER.test(value)) throw new Error(`no sample: ${line}`)
  const labels = readLabels(groups['labels'] ?? '', line)
  return { name: groups['name'], sample: { labels, value: Number(value.replace('Inf', 'Infinity')) } }
}

function readLabels(text: string, line: string): Record<string, string> {
  const pairs: [string, string][] = []
  let end = 0
  for (const match of text.matchAll(LABEL)) {
    pairs.push([match.groups?.['label'] ?? '', unescaped(match.groups?.['text'] ?? '')])
    end = match.index + match[0].length
  }
  if (end !== text.length || new Set(pairs.map(([name]) => name)).size !== pairs.length)
    throw new Error(`labels: ${line}`)
  return Object.fromEntries(pairs)
}
