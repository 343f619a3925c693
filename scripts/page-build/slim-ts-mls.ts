import path from 'node:path'
import type { Plugin } from 'vite'

const LIBRARY = '/node_modules/ts-mls/dist/src/'
/** It passes all on: what stands in has not all of it. */
const INDEX = `${LIBRARY}index.js`
const STAND_INS = path.join(import.meta.dirname, '../../web/core/encryption/group/mls/ts-mls')

/** What stands in for modules of ts-mls: each says why. */
const STANDS_IN: Readonly<Record<string, string>> = {
  './proposal.js': 'proposals.ts',
  './secretTree.js': 'left-out-parts.ts',
  './messageProtection.js': 'left-out-parts.ts',
  './welcome.js': 'left-out-parts.ts',
  './presharedkey.js': 'left-out-parts.ts',
}

/** What makes codecs of codecs in ts-mls, and does nothing else: those that nobody uses are not made. */
export const PURE_OF_TS_MLS: readonly string[] = [
  ...['contramapBufferEncoder', 'contramapBufferEncoders', 'encode', 'varLenTypeEncoder'],
  ...['mapDecoder', 'mapDecoders', 'mapDecoderOption', 'mapDecodersOption', 'flatMapDecoder', 'orDecoder'],
  ...['decodeVarLenType', 'bigintMapEncoder', 'decodeBigintMap'],
]

/**
 * The module that stands in for one of ts-mls, as an absolute path; null where none does.
 *
 * @param source - As the import has it.
 * @param importer - The path or the address of the module that imports it.
 */
export function standInOf(source: string, importer: string | undefined): string | null {
  const standIn = STANDS_IN[source]
  if (standIn === undefined || !importer?.includes(LIBRARY) || importer.endsWith(INDEX)) return null
  return path.join(STAND_INS, standIn)
}

/** Leaves out of ts-mls what the group of a room has no use for. */
export const slimTsMls = (): Plugin => ({
  name: 'slim-ts-mls',
  enforce: 'pre',
  resolveId: standInOf,
})
