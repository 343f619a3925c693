/** What a line may tell besides its event: plain facts, never addresses of people, tokens, SDP or keys. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

type Level = 'info' | 'warn' | 'error'

const write = (level: Level, event: string, fields: LogFields): void => {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`)
}

/** One JSON line on standard output per meaningful transition; `time` is ISO 8601 in UTC. */
export const log = {
  info: (event: string, fields: LogFields = {}): void => write('info', event, fields),
  warn: (event: string, fields: LogFields = {}): void => write('warn', event, fields),
  error: (event: string, fields: LogFields = {}): void => write('error', event, fields),
}
