/**
 * Measurements as Prometheus reads them: its text exposition format, version 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */

/** The media type of what `expose` writes. */
export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** What a program measures, by the metrics' names. */
export type MetricCatalogue = Readonly<
  Record<string, { readonly type: 'counter' | 'gauge'; readonly help: string }>
>

/** One value of a metric, told from its others by labels. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** A value of every metric of a catalogue; of each that has labels, as many as there are. */
export type Readings<Catalogue extends MetricCatalogue> = Readonly<
  Record<keyof Catalogue & string, number | readonly Sample[]>
>

const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/
const LABEL_NAME = /^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/

/** Writes all metrics of a catalogue. Throws a TypeError where a name is none for Prometheus. */
export function expose<Catalogue extends MetricCatalogue>(
  catalogue: Catalogue,
  readings: Readings<Catalogue>,
): string {
  const names: (keyof Catalogue & string)[] = Object.keys(catalogue)
  return names.map((name) => family(name, catalogue[name], readings[name])).join('')
}

function family(
  name: string,
  metric: MetricCatalogue[string] | undefined,
  reading: number | readonly Sample[],
): string {
  if (!metric || !METRIC_NAME.test(name)) throw new TypeError(`${name} is no name of a metric`)
  const samples = typeof reading === 'number' ? [{ labels: {}, value: reading }] : reading
  const lines = [
    `# HELP ${name} ${metric.help.replace(/[\\\n]/g, escaped)}`,
    `# TYPE ${name} ${metric.type}`,
    ...samples.map(({ labels, value }) => `${name}${labelled(labels)} ${written(value)}`),
  ]
  return `${lines.join('\n')}\n`
}

function labelled(labels: Sample['labels']): string {
  const pairs = Object.entries(labels).map(([label, value]) => {
    if (!LABEL_NAME.test(label)) throw new TypeError(`${label} is no name of a label`)
    return `${label}="${value.replace(/[\\\n"]/g, escaped)}"`
  })
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

const escaped = (character: string): string => (character === '\n' ? '\\n' : `\\${character}`)

/** As Go's ParseFloat reads it. */
const written = (value: number): string =>
  Number.isFinite(value) ? String(value) : Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'
