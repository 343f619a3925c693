import { existsSync } from 'node:fs'
import { runCommand } from '../run-command.mjs'
import { ensureDebianPackages, findProgram, isExecutable } from './debian-packages.mjs'

/** What the recipes are for (docs/behind-a-web-server.md), and what makes a certificate: programs, and Debian's packages of them. */
const WEB_SERVERS = { caddy: 'caddy', nginx: 'nginx-light', openssl: 'openssl' }

/** Sees to it that there are a Caddy and an nginx to test the recipes with: the system's own, or Debian's. */
export async function ensureWebServers() {
  const missing = Object.entries(WEB_SERVERS).filter(([program]) => findWebServer(program) === undefined)
  if (missing.length === 0) return
  const packages = missing.map(([, name]) => name)
  await ensureDebianPackages(packages, 'test the edge behind web servers')
  // Debian starts what it installs: a web server for all the world to find, where only a program was wanted.
  if (!existsSync('/run/systemd/system')) return
  for (const [program] of missing.filter(([name]) => name !== 'openssl'))
    await runCommand('systemctl', ['disable', '--now', program])
}

/**
 * Debian has nginx where only the system's administrator looks.
 * @param {string} program
 * @returns {string | undefined}
 */
export function findWebServer(program) {
  const elsewhere = `/usr/sbin/${program}`
  return findProgram(program) ?? (isExecutable(elsewhere) ? elsewhere : undefined)
}
