import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { beforeAll, describe, expect, test } from 'vitest'
import { type LockedPackages, readLock } from '../../scripts/installation/lock-file.ts'
import { neededPackages } from '../../scripts/installation/needed-packages.ts'
import { type Bill, billOfMaterials, PART_PROPERTY } from '../../scripts/sbom/bill-of-materials.ts'
import { nativeLibraries, readWrap } from '../../scripts/sbom/native-libraries.ts'
import { shippedParts } from '../../scripts/sbom/shipped-parts.ts'
import { ROOT } from '../../scripts/setup/places.mjs'

/**
 * What the schema of CycloneDX 1.6 requires of the parts that are written here (https://cyclonedx.org/docs/1.6/json/), which
 * allows no key that it does not know.
 */
const text = v.pipe(v.string(), v.minLength(1))
/** Hexadecimal digits by algorithm (definitions/hash-content). */
const Hash = v.variant('alg', [
  v.strictObject({ alg: v.literal('SHA-1'), content: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)) }),
  v.strictObject({ alg: v.literal('SHA-256'), content: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
  v.strictObject({ alg: v.literal('SHA-512'), content: v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/)) }),
])
/** Of the list in spdx.schema.json, those that come about here; the schema refuses any that is not on it. */
const SPDX = [
  '0BSD',
  'AGPL-3.0-or-later',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
]
const MORE_SPDX = ['ISC', 'LGPL-3.0-or-later', 'MIT', 'MPL-2.0', 'Python-2.0', 'Unlicense', 'Zlib']
const Id = v.picklist([...SPDX, ...MORE_SPDX])
const Expression = v.pipe(
  v.string(),
  v.check((written) =>
    written.split(/[()\s]+|\b(?:AND|OR|WITH)\b/).every((part) => part === '' || v.is(Id, part)),
  ),
)
const Component = v.strictObject({
  type: v.picklist(['application', 'library']),
  'bom-ref': text,
  group: v.optional(text),
  name: text,
  version: text,
  scope: v.optional(v.picklist(['required', 'optional', 'excluded'])),
  hashes: v.optional(v.array(Hash)),
  // Either single licences, or one expression.
  licenses: v.optional(
    v.union([
      v.array(v.strictObject({ license: v.strictObject({ id: Id }) })),
      v.strictTuple([v.strictObject({ expression: Expression })]),
    ]),
  ),
  purl: v.optional(v.pipe(v.string(), v.regex(/^pkg:(?:npm\/(?:%40[\w.-]+\/)?|generic\/)[\w.-]+@[\w.+-]+$/))),
  properties: v.optional(v.array(v.strictObject({ name: text, value: text }))),
})
const CycloneDx = v.strictObject({
  $schema: v.literal('http://cyclonedx.org/schema/bom-1.6.schema.json'),
  bomFormat: v.literal('CycloneDX'),
  specVersion: v.literal('1.6'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  metadata: v.strictObject({ component: Component }),
  components: v.array(Component),
  dependencies: v.array(v.strictObject({ ref: text, dependsOn: v.array(text) })),
})

let packages: LockedPackages
let licences: string
let bill: Bill

beforeAll(async () => {
  packages = await readLock()
  licences = await readFile(path.join(ROOT, 'web/dist/licenses.txt'), 'utf8')
  bill = billOfMaterials(packages, await shippedParts(packages, licences), await nativeLibraries())
})

const partsOf = (ref: string): string[] | undefined =>
  bill.components
    .find((component) => component['bom-ref'] === ref)
    ?.properties?.filter(({ name }) => name === PART_PROPERTY)
    .map(({ value }) => value)

const refIn = (folder: string): string => {
  const { name = folder.replace(/^.*node_modules\//, ''), version } = packages[folder] ?? {}
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

describe('the bill of materials', () => {
  test('is what CycloneDX requires; each component is there once, and so is whatever is referred to', () => {
    const read = v.parse(CycloneDx, JSON.parse(JSON.stringify(bill)))
    const refs = read.components.map((component) => component['bom-ref'])
    expect(new Set(refs).size).toBe(refs.length)
    const all = new Set([...refs, read.metadata.component['bom-ref']])
    const referred = read.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn])
    expect(referred.filter((ref) => !all.has(ref))).toEqual([])
  })

  test('has each package of the lock file with its licence and hash, and no address of a registry', () => {
    const folders = Object.keys(packages).filter((folder) => folder !== '')
    const refs = new Set(bill.components.map((component) => component['bom-ref']))
    expect(folders.filter((folder) => !refs.has(refIn(folder)))).toEqual([])
    const ofNpm = bill.components.filter(({ purl }) => purl?.startsWith('pkg:npm/'))
    expect(ofNpm.filter(({ licenses, hashes }) => !licenses || !hashes)).toEqual([])
    expect(JSON.stringify({ ...bill, $schema: '' })).not.toMatch(/https?:|registry/)
  })

  test('says which part ships what', async () => {
    const inPage = [...licences.matchAll(/^## (\S+) - (\S+) \(/gm)]
    expect(inPage.length).toBeGreaterThan(10)
    for (const [, name = '', version = ''] of inPage)
      expect(partsOf(`pkg:npm/${name.replace('@', '%40')}@${version}`), name).toContain('page')
    for (const folder of await neededPackages()) expect(partsOf(refIn(folder)), folder).toContain('node')
    expect(partsOf(refIn('node_modules/valibot'))).toEqual(['edge', 'node', 'page', 'worker'])
    expect(partsOf(refIn('node_modules/mediasoup'))).toEqual(['node'])
    expect(partsOf(refIn('node_modules/workerd'))).toEqual(['edge'])
    expect(partsOf(refIn('node_modules/node'))).toEqual(['edge', 'node'])
    const { scope, properties } =
      bill.components.find(({ name, group }) => name === 'vitest' && group === undefined) ?? {}
    expect([scope, properties]).toEqual(['excluded', undefined])
  })

  test('names what is built into mediasoup’s worker, which no package manager knows of', () => {
    const native = bill.components.filter(({ purl }) => purl?.startsWith('pkg:generic/'))
    expect(native.map(({ name }) => name)).toEqual(expect.arrayContaining(['libsrtp3', 'libuv', 'openssl']))
    const needed = bill.dependencies.find(({ ref }) => ref === refIn('node_modules/mediasoup'))?.dependsOn
    for (const library of native) {
      expect(needed).toContain(library['bom-ref'])
      expect(partsOf(library['bom-ref'])).toEqual(['node'])
    }
    expect(readWrap('x', 'directory = x-y-v1.2.3-beta-0a\nsource_hash = none\n')).toEqual({
      name: 'x',
      version: '1.2.3-beta-0a',
      sha256: null,
    })
    expect(() => readWrap('x', 'directory = x\n')).toThrow('x.wrap does not say which version')
  })

  test('is the same again, whatever the time', async () => {
    const again = billOfMaterials(packages, await shippedParts(packages, licences), await nativeLibraries())
    expect(again).toEqual(bill)
  })
})
