import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import { NodeId } from '../../protocol/ids.ts'
import { type NodeKeyPair, NodePrivateKey, NodePublicKey } from '../../protocol/node-edge/keys.ts'
import { MonthlyCount, type TransferStore } from '../limits/monthly-transfer.ts'
import { EXIT_CODES, ExitError } from '../shared/exit-error.ts'

/** What a node remembers of its enrolment: enough to run without being told anything. */
const Enrolment = v.object({
  edge: v.pipe(v.string(), v.url()),
  node: NodeId,
  lender: v.string(),
  /** The options that it was enrolled with, as on its command line. */
  options: v.record(v.string(), v.union([v.string(), v.array(v.string())])),
})
export type KeptEnrolment = v.InferOutput<typeof Enrolment>

const Keys = v.object({ publicKey: NodePublicKey, privateKey: NodePrivateKey })

/** Read, write and enter for the owner alone. */
const FOLDER_MODE = 0o700
/** Read and write for the owner alone. */
const SECRET_MODE = 0o600
const FOR_OTHERS = 0o077

interface FolderEnvironment {
  readonly STATE_DIRECTORY?: string | undefined
  readonly XDG_STATE_HOME?: string | undefined
}

/** Where systemd says (systemd.exec(5), the first where it says several), or else the XDG Base Directory Specification. */
export function defaultStateFolder(env: FolderEnvironment): string {
  const [bySystemd] = env.STATE_DIRECTORY?.split(':') ?? []
  return bySystemd || path.join(env.XDG_STATE_HOME || path.join(homedir(), '.local/state'), 'essaim-node')
}

/** The folder of a node's key, its enrolment and its count of bytes. All methods throw ExitErrors. */
export class StateFolder {
  readonly path: string
  readonly #key: string
  readonly #enrolment: string
  readonly #transferStore: string

  constructor(folder: string) {
    this.path = path.resolve(folder)
    this.#key = path.join(this.path, 'key.json')
    this.#enrolment = path.join(this.path, 'enrolment.json')
    this.#transferStore = path.join(this.path, 'transfer.json')
  }

  /** Null where no node was enrolled with this folder. */
  async enrolment(): Promise<KeptEnrolment | null> {
    const text = await this.#read(this.#enrolment)
    return text === null ? null : this.#parsed(Enrolment, text, this.#enrolment)
  }

  async keepEnrolment(enrolment: KeptEnrolment): Promise<void> {
    await this.#write(this.#enrolment, enrolment)
  }

  /** Null where there is none. Refuses a key that others can read: it may be anybody's by now. */
  async keys(): Promise<NodeKeyPair | null> {
    const text = await this.#read(this.#key)
    if (text === null) return null
    const { mode } = await stat(this.#key)
    if ((mode & FOR_OTHERS) !== 0) {
      throw this.#error(
        `The key file ${this.#key} can be read by others: if nobody did, run chmod 600 on it; else ask the edge's operator to revoke this node, and for another invitation.`,
      )
    }
    return this.#parsed(Keys, text, this.#key)
  }

  async keepKeys(keys: NodeKeyPair): Promise<void> {
    await this.#write(this.#key, keys)
  }

  /** Where the count of what was sent is kept. */
  get transferStore(): TransferStore {
    return {
      load: () => {
        if (!existsSync(this.#transferStore)) return null
        return this.#parsed(MonthlyCount, readFileSync(this.#transferStore, 'utf8'), this.#transferStore)
      },
      save: (count) => {
        writeFileSync(`${this.#transferStore}.new`, JSON.stringify(count), { mode: SECRET_MODE })
        renameSync(`${this.#transferStore}.new`, this.#transferStore)
      },
    }
  }

  /** Makes the folder if need be. */
  async prepare(): Promise<void> {
    try {
      await mkdir(this.path, { recursive: true, mode: FOLDER_MODE })
    } catch (cause) {
      throw this.#error(`The state folder ${this.path} cannot be made (${codeOf(cause)}).`, cause)
    }
  }

  async #read(file: string): Promise<string | null> {
    try {
      return await readFile(file, 'utf8')
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return null
      throw this.#error(`${file} cannot be read (${codeOf(cause)}): correct its rights.`, cause)
    }
  }

  /** Whole or not at all: a machine may lose its power at any time. */
  async #write(file: string, value: unknown): Promise<void> {
    await this.prepare()
    const beside = `${file}.new`
    try {
      // The mode counts only where the file is made, and something may have been left there.
      await rm(beside, { force: true })
      const text = `${JSON.stringify(value, null, 2)}\n`
      await writeFile(beside, text, { mode: SECRET_MODE, flag: 'wx', flush: true })
      await rename(beside, file)
    } catch (cause) {
      throw this.#error(
        `${file} cannot be written (${codeOf(cause)}): correct the rights of its folder.`,
        cause,
      )
    }
  }

  #parsed<Schema extends v.GenericSchema>(schema: Schema, text: string, file: string): v.InferOutput<Schema> {
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text)
    if (read.success) return read.output
    throw this.#error(`${file} is damaged: restore it, or ask for another invitation and use another folder.`)
  }

  #error(sentence: string, cause?: unknown): ExitError {
    return new ExitError(EXIT_CODES.state, sentence, { cause })
  }
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
