import { isIP, isIPv6 } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { isPublicAddress } from '../../protocol/addresses/public-address.ts'
import { interfaceAddresses } from '../media/workers/interface-addresses.ts'
import { backoffMs } from '../shared/backoff.ts'
import { EXIT_CODES, ExitError } from '../shared/exit-error.ts'
import { log } from '../shared/log.ts'
import { type IpFamily, lookUpAddress } from './look-up-address.ts'

/** IPv4 first: it is what pipes and probes use, where there are both. */
const FAMILIES: readonly IpFamily[] = [4, 6]

/** What is asked, where it is not the usual: the edge over one family, and this machine's interfaces. */
interface Sources {
  readonly ask?: (edge: URL, family: IpFamily) => Promise<string | null>
  readonly own?: () => readonly string[]
}

interface Look {
  readonly address: string | null
  /** Why the edge was not reached; null where it was. */
  readonly failure: string | null
}

/** The addresses at which everybody reaches this machine: what the edge sees, else what an interface has. */
export class PublicAddresses {
  readonly #edge: URL
  readonly #ask: NonNullable<Sources['ask']>
  readonly #own: NonNullable<Sources['own']>

  constructor(edge: URL, { ask = lookUpAddress, own = interfaceAddresses }: Sources = {}) {
    this.#edge = edge
    this.#ask = ask
    this.#own = own
  }

  /**
   * One of a family, IPv4 first. Throws an ExitError: with exit code 6 where the edge is not reached over either family,
   * with exit code 2 where nobody knows of any.
   */
  async find(): Promise<string[]> {
    const looks = await Promise.all(FAMILIES.map((family) => this.#look(family)))
    if (looks.every(({ failure }) => failure !== null)) {
      const sentence = `The edge at ${this.#edge.href} cannot be reached (${looks[0]?.failure}) to ask it for this machine's public address: try again, or say the address with --announce.`
      throw new ExitError(EXIT_CODES.unreachable, sentence, { cause: looks[0]?.failure })
    }
    const found = looks.flatMap(({ address }) => address ?? [])
    if (found.length > 0) return found
    const sentence =
      'Neither the edge nor this machine knows a public address of it: say with --announce where browsers reach it.'
    throw new ExitError(EXIT_CODES.options, sentence)
  }

  /** The same, and asks for ever while the edge is not reached. */
  async findInTheEnd(): Promise<string[]> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.find()
      } catch (error) {
        if (!(error instanceof ExitError) || error.exitCode !== EXIT_CODES.unreachable) throw error
        const retryMs = backoffMs(attempt)
        // An edge that stays away for a day is one line, not twenty thousand.
        if (attempt === 0) log.warn('edge-unreachable', { reason: String(error.cause), retryMs })
        await delay(retryMs)
      }
    }
  }

  /** Whether it is translated on the way to this machine (NAT): no interface has it. */
  isTranslated(address: string): boolean {
    return !this.#own().includes(address)
  }

  /** What took the place of one of these addresses; null where all of them hold, or nobody knows better. Never rejects. */
  async replacementOf(announced: readonly string[]): Promise<string | null> {
    // One that an interface still has is good, whichever the machine prefers by now (RFC 8981).
    const doubtful = announced.filter((address) => this.isTranslated(address))
    const looks = await Promise.all(doubtful.map((address) => this.#look(isIPv6(address) ? 6 : 4)))
    return looks.find(({ address }) => address !== null && !doubtful.includes(address))?.address ?? null
  }

  async #look(family: IpFamily): Promise<Look> {
    const own = this.#own().find((address) => isIP(address) === family && isPublicAddress(address)) ?? null
    try {
      return { address: (await this.#ask(this.#edge, family)) ?? own, failure: null }
    } catch (error) {
      return { address: own, failure: reasonOf(error) }
    }
  }
}

const reasonOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return String(thrown)
  if (thrown.name === 'AbortError') return 'no answer'
  return 'code' in thrown ? String(thrown.code) : thrown.message
}
