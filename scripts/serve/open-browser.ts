import { spawn } from 'node:child_process'

type Environment = Readonly<Record<string, string | undefined>>

/** The command that opens an address in the person's browser; undefined where nobody would see it. */
export function browserCommand(platform: NodeJS.Platform, env: Environment): readonly string[] | undefined {
  if (env['CI']) return undefined
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['explorer']
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open'] : undefined
}

/** Opens the address where there is a display, and says so when that fails: the address is printed anyway. */
export function openBrowser(url: string): void {
  const [command, ...args] = browserCommand(process.platform, process.env) ?? []
  if (!command) return
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
  child.once('error', (error) => console.error(`The browser did not open (${error.message}).`))
  // The browser outlives us.
  child.unref()
}
