import { type LockedPackages, lockedFolder } from '../installation/lock-file.ts'
import type { NativeLibrary } from './native-libraries.ts'
import { nameIn, type Part } from './shipped-parts.ts'

/** https://cyclonedx.org/docs/1.6/json/, as far as it is written here. */
export interface Bill {
  readonly $schema: string
  readonly bomFormat: 'CycloneDX'
  readonly specVersion: '1.6'
  readonly version: 1
  readonly metadata: { readonly component: Component }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

interface Component {
  readonly type: 'application' | 'library'
  readonly 'bom-ref': string
  readonly group?: string
  readonly name: string
  readonly version: string
  /** What is for development alone is excluded. */
  readonly scope?: 'required' | 'excluded'
  readonly hashes?: readonly { readonly alg: 'SHA-512' | 'SHA-256' | 'SHA-1'; readonly content: string }[]
  readonly licenses?: readonly (
    | { readonly license: { readonly id: string } }
    | { readonly expression: string }
  )[]
  readonly purl?: string
  readonly properties?: readonly { readonly name: string; readonly value: string }[]
}

/** Which part of Essaim ships a component, one property each: page, worker, edge or node. */
export const PART_PROPERTY = 'essaim:part'
const MEDIASOUP = 'node_modules/mediasoup'
const ALGORITHMS = { sha1: 'SHA-1', sha256: 'SHA-256', sha512: 'SHA-512' } as const

/**
 * What all of Essaim is made of. It names no time, no machine and no address: the same lock file gives the same bill.
 *
 * @param parts - Which parts ship what is in a folder of the lock file.
 */
export function billOfMaterials(
  packages: LockedPackages,
  parts: ReadonlyMap<string, readonly Part[]>,
  libraries: readonly NativeLibrary[],
): Bill {
  const folders = Object.keys(packages).filter((folder) => folder !== '')
  const components = new Map<string, Component>()
  for (const folder of folders) {
    const component = componentOf(packages, folder, shippedBy(packages, folder, parts))
    components.set(component['bom-ref'], component)
  }
  const native = libraries.map((library) => libraryOf(library, parts.get(MEDIASOUP) ?? []))
  const dependsOn = new Map<string, Set<string>>()
  for (const folder of ['', ...folders]) {
    const ref = refOf(packages, folder)
    dependsOn.set(ref, new Set([...(dependsOn.get(ref) ?? []), ...neededBy(packages, folder)]))
  }
  const mediasoup = refOf(packages, MEDIASOUP)
  for (const { 'bom-ref': ref } of native) dependsOn.get(mediasoup)?.add(ref)
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { ...componentOf(packages, '', []), type: 'application' } },
    components: [...components.values(), ...native].toSorted(byRef),
    dependencies: [...dependsOn]
      .map(([ref, needed]) => ({ ref, dependsOn: [...needed].toSorted() }))
      .toSorted((one, other) => (one.ref < other.ref ? -1 : 1)),
  }
}

const byRef = (one: Component, other: Component): number => (one['bom-ref'] < other['bom-ref'] ? -1 : 1)

/** The checkout itself has no name in the lock file that npm would know. */
const refOf = (packages: LockedPackages, folder: string): string =>
  folder === '' ? 'essaim' : purlOf(nameIn(packages, folder), packages[folder]?.version ?? '')

/** https://github.com/package-url/purl-spec, type npm: of a scope, the @ is encoded. */
const purlOf = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** By all parts that ship it, wherever in the lock file it is of that version. */
function shippedBy(
  packages: LockedPackages,
  folder: string,
  parts: ReadonlyMap<string, readonly Part[]>,
): readonly Part[] {
  const ref = refOf(packages, folder)
  const same = Object.keys(packages).filter((other) => refOf(packages, other) === ref)
  return [...new Set(same.flatMap((other) => parts.get(other) ?? []))].toSorted()
}

function componentOf(packages: LockedPackages, folder: string, parts: readonly Part[]): Component {
  const { version = '', license, integrity } = packages[folder] ?? {}
  const [group, name = group] = folder === '' ? ['essaim'] : nameIn(packages, folder).split('/')
  const hashes = integrity?.split(' ').map(hashOf)
  return {
    type: 'library',
    'bom-ref': refOf(packages, folder),
    ...(group !== name && group !== undefined && { group }),
    name: `${name}`,
    version,
    ...(folder !== '' && { scope: parts.length > 0 ? 'required' : 'excluded' }),
    ...(hashes && { hashes }),
    ...(license !== undefined && { licenses: [licenceOf(license)] }),
    ...(folder !== '' && { purl: refOf(packages, folder) }),
    ...(parts.length > 0 && { properties: propertiesOf(parts) }),
  }
}

const propertiesOf = (parts: readonly Part[]) => parts.map((value) => ({ name: PART_PROPERTY, value }))

function libraryOf({ name, version, sha256 }: NativeLibrary, parts: readonly Part[]): Component {
  const purl = `pkg:generic/${name}@${version}`
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    scope: 'required',
    ...(sha256 !== null && { hashes: [{ alg: 'SHA-256', content: sha256 }] }),
    purl,
    properties: propertiesOf(parts),
  }
}

/** SPDX: one licence by its name, or several with how they go together. */
const licenceOf = (license: string) =>
  /^[\w.+-]+$/.test(license) ? { license: { id: license } } : { expression: license }

/** From the form of the W3C's Subresource Integrity, which the lock file has, to hexadecimal digits. */
function hashOf(integrity: string) {
  const [, algorithm, base64 = ''] = /^(sha1|sha256|sha512)-(.+)$/.exec(integrity) ?? []
  if (algorithm !== 'sha1' && algorithm !== 'sha256' && algorithm !== 'sha512')
    throw new Error(`package-lock.json has a hash of a kind that is not known: ${integrity}`)
  return { alg: ALGORITHMS[algorithm], content: Buffer.from(base64, 'base64').toString('hex') }
}

/** What that package needs of what is locked: of what is optional, and of peers, what is there. */
function neededBy(packages: LockedPackages, folder: string): readonly string[] {
  const needs = packages[folder]
  const names = Object.keys({
    ...needs?.dependencies,
    ...needs?.devDependencies,
    ...needs?.optionalDependencies,
    ...needs?.peerDependencies,
  })
  const folders = names.map((name) => lockedFolder(packages, name, folder)).filter((found) => found !== null)
  return folders.map((found) => refOf(packages, found))
}
