import { networkOf, siteOf } from '../../protocol/addresses/network.ts'
import type { FrontLimits } from './limits.ts'

/** How many connections each address has: by IPv4 address, and by IPv6 network (/64) and site (/48). */
export class ConnectionCount {
  readonly #limits: Pick<FrontLimits, 'connectionsPerNetwork' | 'connectionsPerSite'>
  readonly #counts = new Map<string, number>()

  constructor(limits: Pick<FrontLimits, 'connectionsPerNetwork' | 'connectionsPerSite'>) {
    this.#limits = limits
  }

  /**
   * Counts one more connection of that address. Returns what takes it off the count again, once; null where the address
   * has as many as it may.
   */
  admit(address: string): (() => void) | null {
    const network = networkOf(address) ?? 'unknown'
    const site = siteOf(address)
    const { connectionsPerNetwork, connectionsPerSite } = this.#limits
    if (this.#of(network) >= connectionsPerNetwork) return null
    if (site !== null && this.#of(site) >= connectionsPerSite) return null
    const keys = site === null ? [network] : [network, site]
    for (const key of keys) this.#counts.set(key, this.#of(key) + 1)
    let counted = true
    return () => {
      if (counted) for (const key of keys) this.#release(key)
      counted = false
    }
  }

  #of(key: string): number {
    return this.#counts.get(key) ?? 0
  }

  #release(key: string): void {
    const left = this.#of(key) - 1
    if (left > 0) this.#counts.set(key, left)
    else this.#counts.delete(key)
  }
}
