import { ensureDebianPackages, findProgram } from './debian-packages.mjs'

const TOOLS = ['ip', 'unshare', 'nsenter']

/** Sees to it that there is what network namespaces are made with: the system's own, or Debian's, installed if need be. */
export async function ensureNetworkTools() {
  if (TOOLS.every(findProgram)) return
  await ensureDebianPackages(['iproute2', 'util-linux'], 'cut the network of a node in tests')
}
