import { lstat, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * An archive that says what is in the files and nothing of the machine where it was made: in the order of the names, of
 * nobody, of no time. Programs called tar differ in what they can leave out. The form is POSIX's (IEEE Std 1003.1, pax,
 * "ustar Interchange Format").
 */

const BLOCK = 512
const NAME_BYTES = 100
const PREFIX_BYTES = 155

/**
 * @param {string} root
 * @param {readonly string[]} parts files and folders in `root`
 * @param {(path: string) => boolean} leaveOut asked of each file and folder, by its path in `root`
 * @returns {Promise<Buffer>}
 */
export async function tar(root, parts, leaveOut) {
  const files = (await Promise.all(parts.map((part) => listFiles(root, part, leaveOut)))).flat()
  /** @type {Buffer[]} */
  const blocks = []
  for (const file of files.sort()) {
    const place = path.join(root, file)
    const { mode } = await lstat(place)
    const bytes = await readFile(place)
    // Whether it can be run is of the file; who may read it is of the checkout.
    blocks.push(headerOf(file, bytes.length, mode & 0o100 ? 0o755 : 0o644), padded(bytes))
  }
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)])
}

/**
 * @param {string} root
 * @param {string} place
 * @param {(path: string) => boolean} leaveOut
 * @returns {Promise<string[]>} with slashes
 */
async function listFiles(root, place, leaveOut) {
  if (leaveOut(place)) return []
  const found = await lstat(path.join(root, place))
  if (found.isFile()) return [place]
  if (!found.isDirectory()) return []
  const names = await readdir(path.join(root, place))
  return (await Promise.all(names.map((name) => listFiles(root, `${place}/${name}`, leaveOut)))).flat()
}

/** @param {Buffer} bytes */
const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)])

/**
 * @param {string} file
 * @param {number} size bytes
 * @param {number} mode
 */
function headerOf(file, size, mode) {
  const header = Buffer.alloc(BLOCK)
  const [prefix, name] = splitName(file)
  header.write(name, 0)
  header.write(octal(mode, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(size, 12), 124)
  header.write(octal(0, 12), 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\u000000', 257)
  header.write(prefix, 345)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/**
 * @param {number} value
 * @param {number} width with the NUL at its end
 */
const octal = (value, width) => `${value.toString(8).padStart(width - 1, '0')}\0`

/**
 * @param {string} file
 * @returns {[string, string]} what goes before the name, and the name
 */
function splitName(file) {
  if (Buffer.byteLength(file) <= NAME_BYTES) return ['', file]
  for (let at = file.indexOf('/'); at >= 0; at = file.indexOf('/', at + 1)) {
    const [prefix, name] = [file.slice(0, at), file.slice(at + 1)]
    if (Buffer.byteLength(prefix) <= PREFIX_BYTES && Buffer.byteLength(name) <= NAME_BYTES)
      return [prefix, name]
  }
  throw new Error(`${file} has too long a name for an archive`)
}
