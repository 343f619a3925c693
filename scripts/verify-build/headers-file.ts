/** A part of a `_headers` file (Cloudflare, "Workers static assets: Headers"): for which paths, and what is said of these. */
export interface HeaderRule {
  readonly path: string
  /** In order; a value of null takes away what rules before have said. */
  readonly headers: readonly (readonly [name: string, value: string | null])[]
}

export function readHeadersFile(text: string): readonly HeaderRule[] {
  const rules: { path: string; headers: [string, string | null][] }[] = []
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    if (!/^\s/.test(line)) {
      rules.push({ path: line.trim(), headers: [] })
      continue
    }
    const [, taken, name, value] = /^\s+(?:! (\S+)|([^:\s]+): (.*))$/.exec(line) ?? []
    const header: [string, string | null] = taken ? [taken, null] : [name ?? '', value?.trim() ?? '']
    if (header[0] === '') throw new Error(`_headers has a line that says nothing: ${line}`)
    rules.at(-1)?.headers.push([header[0].toLowerCase(), header[1]])
  }
  return rules
}

/** What the rules have an answer say at that path; names are in lower case. */
export function headersAt(rules: readonly HeaderRule[], path: string): ReadonlyMap<string, string> {
  const said = new Map<string, string>()
  for (const rule of rules.filter((each) => applies(each.path, path))) {
    for (const [name, value] of rule.headers) {
      if (value === null) said.delete(name)
      else said.set(name, said.has(name) ? `${said.get(name)}, ${value}` : value)
    }
  }
  return said
}

const applies = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
