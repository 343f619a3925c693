import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** Put in ninja's environment, makes it begin each line in the form that `readNinjaProgress` reads. */
export const NINJA_STATUS = '[%f/%t] '

const COMPILER_FLAGS = [
  '-std=c++20',
  '-O3',
  '-DNDEBUG',
  '-pthread',
  '-DMS_LITTLE_ENDIAN',
  '-DMS_EXECUTABLE',
  '-DFLATBUFFERS_LOCALE_INDEPENDENT=1',
]

const LIBRARIES = [
  'ssl',
  'crypto',
  'uv',
  'srtp2',
  'flatbuffers',
  'absl_strings',
  'absl_bad_optional_access',
  'absl_throw_delegate',
  'absl_raw_logging_internal',
]

/** In this order: our stand-ins go before what they stand in for. */
const INCLUDE_FOLDERS = ['own-headers', 'include', 'deps/libwebrtc', 'deps/libwebrtc/libwebrtc', 'generated']

/**
 * Writes the build down for ninja; Debian 12's meson is older than mediasoup's meson.build asks for.
 * @param {string} folder holds the worker's sources, `own-headers`, and the generated headers in `generated/FBS`
 * @returns {Promise<string>} the text of a build.ninja
 */
export async function describeBuild(folder) {
  const sources = await listSources(folder)
  const objects = sources.map((source) => `objects/${source}.o`)
  return [
    `flags = ${[...COMPILER_FLAGS, ...INCLUDE_FOLDERS.map((include) => `-I${include}`)].join(' ')}`,
    'rule compile',
    '  command = g++ $flags -c $in -o $out',
    'rule link',
    `  command = g++ -pthread @$out.rsp -o $out ${LIBRARIES.map((name) => `-l${name}`).join(' ')}`,
    '  rspfile = $out.rsp',
    '  rspfile_content = $in',
    ...sources.map((source, index) => `build ${objects[index]}: compile ${source}`),
    `build mediasoup-worker: link ${objects.join(' ')}`,
    '',
  ].join('\n')
}

/**
 * Reads the lists of sources from mediasoup's own build files, so that a new version brings its own.
 * @param {string} folder
 * @returns {Promise<string[]>} relative to `folder`
 */
async function listSources(folder) {
  const worker = await readFile(path.join(folder, 'meson.build'), 'utf8')
  const libwebrtc = await readFile(path.join(folder, 'deps/libwebrtc/meson.build'), 'utf8')
  return [
    ...readMesonList(worker, /^common_sources = \[([^\]]*)\]/m),
    // The sender's bandwidth estimation is libwebrtc's unless the option for the new one is given.
    ...readMesonList(worker, /^if not get_option\('ms_use_builtin_bwe'\)\s+common_sources \+= \[([^\]]*)\]/m),
    'src/main.cpp',
    ...readMesonList(libwebrtc, /^libwebrtc_sources = \[([^\]]*)\]/m).map((file) => `deps/libwebrtc/${file}`),
  ]
}

/**
 * @param {string} mesonBuild
 * @param {RegExp} list its first group is what stands between the brackets
 */
function readMesonList(mesonBuild, list) {
  const items = list.exec(mesonBuild)?.[1]
  if (!items) throw new Error(`mediasoup's meson.build has no list that looks like ${list}`)
  return Array.from(items.matchAll(/'([^']+)'/g), (match) => match[1] ?? '')
}

/**
 * @param {string} line of ninja's output
 * @returns {{ finished: number, total: number, percent: number } | undefined}
 */
export function readNinjaProgress(line) {
  const match = /^\[(\d+)\/(\d+)\] /.exec(line)
  if (!match) return undefined
  const finished = Number(match[1])
  const total = Number(match[2])
  return { finished, total, percent: Math.floor((100 * finished) / total) }
}
