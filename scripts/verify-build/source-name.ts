/** Which source a page was built of, as far as its edge says. */
export interface SourceName {
  readonly version: string | null
  readonly commit: string | null
  /** Whether there were changes that are in no commit. */
  readonly changed: boolean
}

/** Reads what scripts/setup/source-archive.mjs writes; of anything else, nothing. */
export function readSourceName(text: string): SourceName {
  const [, version = null] = /^version (\d[\w.+-]{0,40})$/m.exec(text) ?? []
  const [, commit = null] = /^commit ([0-9a-f]{40}|[0-9a-f]{64})$/m.exec(text) ?? []
  return { version, commit, changed: /^with changes of its own$/m.test(text) }
}
