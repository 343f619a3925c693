export interface Instruction {
  readonly name: string
  readonly value: string
}

/** The stages of a Containerfile (https://docs.docker.com/reference/dockerfile/), with lines joined and comments left out. */
export function readContainerfile(text: string): Instruction[][] {
  const stages: Instruction[][] = []
  const lines = text.replace(/^\s*#.*\n/gm, '').replace(/\\\n\s*/g, '')
  for (const line of lines.split('\n').filter((one) => one.trim() !== '')) {
    const [, name, value] = /^([A-Z]+) +(.+?) *$/.exec(line) ?? []
    if (!name || !value) throw new Error(`no instruction: ${line}`)
    if (name === 'FROM') stages.push([])
    const stage = stages.at(-1)
    if (!stage) throw new Error(`before any FROM: ${line}`)
    stage.push({ name, value })
  }
  return stages
}
