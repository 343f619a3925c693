import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePorts } from '../../../scripts/network/held-ports.ts'
import { ROOT } from '../../../scripts/setup/places.mjs'
import { ensureWebServers, findWebServer } from '../../../scripts/setup/programs/web-servers.mjs'
import { runCommand } from '../../../scripts/setup/run-command.mjs'

const PATIENCE_MS = 30_000

/** The recipe that operators copy, for an edge of a test: other ports, this machine's name. */
async function recipe(language: 'caddyfile' | 'nginx', edge: string): Promise<string> {
  const page = await readFile(path.join(ROOT, 'docs/behind-a-web-server.md'), 'utf8')
  const [, text] = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(page) ?? []
  if (text === undefined) throw new Error(`the page has no recipe in ${language}`)
  return text.replace('127.0.0.1:8787', new URL(edge).host)
}

/** A real web server in front of an edge, set up by the recipe in docs/behind-a-web-server.md, with a certificate of its own. */
export class WebServer {
  readonly url: string
  readonly #process: ChildProcess
  readonly #folder: string

  private constructor(port: number, process: ChildProcess, folder: string) {
    this.url = `https://localhost:${port}`
    this.#process = process
    this.#folder = folder
  }

  /** Caddy signs for itself here, where no authority can look at it. */
  static caddy(edge: string): Promise<WebServer> {
    return WebServer.#open('caddy', async (folder, port) => {
      const site = (await recipe('caddyfile', edge)).replace('meet.example.org', `https://localhost:${port}`)
      const file = path.join(folder, 'Caddyfile')
      const globally = 'admin off\nauto_https disable_redirects\nlocal_certs\nskip_install_trust'
      await writeFile(file, `{\n${globally}\n}\n${site}`)
      return ['run', '--adapter', 'caddyfile', '--config', file]
    })
  }

  static nginx(edge: string): Promise<WebServer> {
    return WebServer.#open('nginx', async (folder, port) => {
      const [certificate, key] = await selfSigned(folder)
      const site = (await recipe('nginx', edge))
        .replaceAll(/^ *listen .*443.*\n/gm, '')
        .replace(
          'server_name meet.example.org;',
          `listen 127.0.0.1:${port} ssl http2;\n    server_name localhost;`,
        )
        .replace(/ssl_certificate .*;/, `ssl_certificate ${certificate};`)
        .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${key};`)
      const file = path.join(folder, 'nginx.conf')
      const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${path.join(folder, name)};`)
        .join('\n')
      await writeFile(
        file,
        `daemon off;\npid ${path.join(folder, 'pid')};\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${places}\n${site}\n}\n`,
      )
      return ['-c', file, '-p', folder]
    })
  }

  static async #open(
    name: 'caddy' | 'nginx',
    configure: (folder: string, port: number) => Promise<string[]>,
  ): Promise<WebServer> {
    await ensureWebServers()
    const program = findWebServer(name)
    if (program === undefined) throw new Error(`${name} was installed, and is not there`)
    const folder = await mkdtemp(path.join(os.tmpdir(), `essaim-${name}-`))
    const port = await freePorts(1)
    const args = await configure(folder, port)
    const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
    const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    const server = new WebServer(port, child, folder)
    await server.#untilItListens(port)
    return server
  }

  async #untilItListens(port: number): Promise<void> {
    let said = ''
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    const deadline = performance.now() + PATIENCE_MS
    while (!(await answers(port))) {
      if (this.#process.exitCode !== null) throw new Error(`the web server ended: ${said}`)
      if (performance.now() > deadline) throw new Error(`the web server does not listen: ${said}`)
      await pause(50)
    }
  }

  async close(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      this.#process.kill()
      await once(this.#process, 'exit')
    }
    await rm(this.#folder, { recursive: true, force: true })
  }
}

/** The files of a certificate for this machine, and of its key. */
async function selfSigned(folder: string): Promise<[string, string]> {
  const certificate = path.join(folder, 'certificate.pem')
  const key = path.join(folder, 'key.pem')
  const what = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost']
  await runCommand('openssl', ['req', ...what, '-out', certificate, '-keyout', key])
  return [certificate, key]
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, 'localhost')
    const end = (answered: boolean) => () => {
      socket.destroy()
      resolve(answered)
    }
    socket.once('connect', end(true)).once('error', end(false))
  })
}
