import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { readJson } from '../../protocol/reading.ts'
import { NODE_METRICS } from '../../sfu-node/metrics/metric-catalogue.ts'
import { EDGE_METRICS } from '../../worker/metrics/metric-catalogue.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const Place = v.object({ x: count, y: count, w: count, h: count })
const Panel = v.variant('type', [
  v.object({ type: v.literal('row'), id: count, title: v.string(), gridPos: Place }),
  v.object({
    type: v.picklist(['stat', 'timeseries']),
    id: count,
    title: v.string(),
    gridPos: Place,
    datasource: v.object({ type: v.literal('prometheus'), uid: v.literal(`\${DS_PROMETHEUS}`) }),
    targets: v.pipe(v.array(v.object({ expr: v.string(), refId: v.string() })), v.minLength(1)),
  }),
])
const Dashboard = v.object({
  __inputs: v.tuple([v.looseObject({ name: v.literal('DS_PROMETHEUS'), pluginId: v.literal('prometheus') })]),
  panels: v.array(Panel),
})

const docs = new URL('../../docs/', import.meta.url)
const { panels } = v.parse(Dashboard, readJson(await readFile(new URL('grafana.json', docs), 'utf8')))
const page = await readFile(new URL('metrics.md', docs), 'utf8')

const known = new Map(
  Object.entries({ ...EDGE_METRICS, ...NODE_METRICS }).map(([name, { type }]) => [name, type]),
)
const questions = panels.flatMap((panel) =>
  panel.type === 'row' ? [] : panel.targets.map(({ expr }) => expr),
)
const named = new Set(questions.flatMap((expr) => expr.match(/essaim_\w+/g) ?? []))

describe('the dashboard', () => {
  test('asks for metrics that there are, and for all of them', () => {
    expect([...named].sort()).toEqual([...known.keys()].sort())
  })

  test('asks counters for their growth, and nothing else for it', () => {
    for (const expr of questions) {
      const grows = [...expr.matchAll(/(?:rate|increase)\((essaim_\w+)\[/g)].map(([, name]) => name)
      for (const name of expr.match(/essaim_\w+/g) ?? [])
        expect(grows.includes(name), expr).toBe(known.get(name) === 'counter')
    }
  })

  test('lays its panels out beside each other', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, i) => `${x + (i % w)} ${y + Math.floor(i / w)}`),
    )
    expect(new Set(cells).size).toBe(cells.length)
    for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24)
  })
})

describe('names', () => {
  test.each([...known])('%s says what it is, as Prometheus wants it', (name, type) => {
    expect(name).toMatch(/^essaim_(edge|node)_[a-z0-9]+(_[a-z0-9]+)*$/)
    expect(name.endsWith('_total')).toBe(type === 'counter')
  })

  test.each([...known.keys()])('%s stands in the page about metrics', (name) => {
    expect(page).toContain(`\`${name}`)
  })
})
