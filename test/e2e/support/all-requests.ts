import { readFile } from 'node:fs/promises'
import * as v from 'valibot'

/** What Chromium's own log of the network (`--log-net-log`) says of one event; the rest of it is nobody's matter here. */
const Entry = v.object({
  params: v.optional(
    v.object({
      url: v.optional(v.string()),
      host: v.optional(v.string()),
      address: v.optional(v.string()),
    }),
  ),
})
const Log = v.object({ events: v.array(Entry) })

/** Whom a browser talked to, in all of its processes: pages, workers, worklets, beacons, what is fetched ahead. */
export interface NetworkLog {
  /** Every address that was asked for, but for those within the browser (`blob:`, `data:`, `chrome:`). */
  readonly urls: ReadonlySet<string>
  /** Every host that was looked up, or was to be. */
  readonly hosts: ReadonlySet<string>
  /** Every IP address that a socket was opened to. */
  readonly addresses: ReadonlySet<string>
}

/** What never leaves a browser. */
const WITHIN = /^(?:blob|data|chrome|about|devtools|chrome-\w+):/

export const isWithin = (url: string): boolean => WITHIN.test(url)

/** Reads the log of a browser that is closed. */
export async function readNetworkLog(file: string): Promise<NetworkLog> {
  const { events } = v.parse(v.pipe(v.string(), v.parseJson(), Log), await readFile(file, 'utf8'))
  const all = (part: 'url' | 'host' | 'address') =>
    new Set(events.flatMap(({ params }) => params?.[part] ?? []))
  const urls = new Set([...all('url')].filter((url) => url !== '' && !isWithin(url)))
  return { urls, hosts: all('host'), addresses: all('address') }
}

/** What a page was told to look for, and did, in its connections for media. */
interface IceRecord {
  /** Servers that help to find a way (STUN, TURN), as a page would name them. */
  readonly servers: string[]
  /** The addresses of others to which ways were tried. */
  readonly candidates: string[]
}

declare global {
  interface Window {
    ice: IceRecord
  }
}

/** Runs in pages before anything of ours: one function, for it is sent as text. */
export function recordIce(): void {
  const record: IceRecord = { servers: [], candidates: [] }
  window.ice = record
  const serversOf = ({ iceServers = [] }: RTCConfiguration = {}) => iceServers.flatMap(({ urls }) => urls)
  const Native = window.RTCPeerConnection
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      record.servers.push(...serversOf(configuration))
    }

    override setConfiguration(configuration?: RTCConfiguration): void {
      record.servers.push(...serversOf(configuration))
      super.setConfiguration(configuration)
    }

    override addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void> {
      if (candidate?.candidate) record.candidates.push(candidate.candidate)
      return super.addIceCandidate(candidate ?? undefined)
    }

    override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      const lines = description.sdp?.match(/^a=candidate:.*$/gm) ?? []
      record.candidates.push(...lines)
      return super.setRemoteDescription(description)
    }
  }
}
