/** How a message is said in another version. Nothing is checked here: the schemas of the newest version read what comes of it. */
export interface Translation {
  /** A message of the later version, as the one before it has it. */
  toFormer(message: unknown): unknown
  /** A message of the version before, as the later one has it. */
  toLater(message: unknown): unknown
}

type Parts<Part extends string> = Readonly<Record<Part, Translation>>

/**
 * The versions of a protocol that are spoken besides the newest (V1): each with how it says the parts of the protocol otherwise than
 * the version after it. What is two versions old is translated twice.
 */
export class FormerVersions<Part extends string> {
  readonly #newestFirst: readonly (readonly [version: number, parts: Parts<Part>])[]

  /** @param versions - All of them from the oldest that is spoken to the one before the newest. */
  constructor(versions: Readonly<Record<number, Parts<Part>>>) {
    this.#newestFirst = Object.entries(versions)
      .map(([version, parts]) => [Number(version), parts] as const)
      .toSorted(([one], [other]) => other - one)
  }

  /** The same numbers, the newest first. */
  get versions(): readonly number[] {
    return this.#newestFirst.map(([version]) => version)
  }

  /** Whether that version is one of them. */
  has(version: number): boolean {
    return this.versions.includes(version)
  }

  /** A message of the newest version, as that one has it; the same where it is not one of these. */
  toFormer(version: number, part: Part, message: unknown): unknown {
    return this.#since(version).reduce((said, parts) => parts[part].toFormer(said), message)
  }

  /** A message of that version, as the newest one has it; the same where it is not one of these. */
  toNewest(version: number, part: Part, message: unknown): unknown {
    return this.#since(version).reduceRight((said, parts) => parts[part].toLater(said), message)
  }

  #since(version: number): readonly Parts<Part>[] {
    if (!this.has(version)) return []
    return this.#newestFirst.flatMap(([each, parts]) => (each >= version ? [parts] : []))
  }
}
