import * as v from 'valibot'
import { DtlsParameters } from '../../../protocol/media/transport.ts'
import type { OpenedPort, PortOutcome } from '../../../protocol/node-edge/port-check.ts'
import { dataChannelAnswer } from '../../core/network/data-channel-answer.ts'

/** How long a port may take to answer, and then to come to the end of DTLS: as nodes wait for each other. */
const ICE_TIMEOUT_MS = 5_000
const DTLS_TIMEOUT_MS = 8_000

const P256: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' }

/** With which the page comes to all ports. */
export const newCertificate = (): Promise<RTCCertificate> => RTCPeerConnection.generateCertificate(P256)

/** As the other end is to know it; an offer tells it in every browser. */
export async function dtlsParametersOf(certificate: RTCCertificate): Promise<DtlsParameters> {
  const connection = new RTCPeerConnection({ certificates: [certificate] })
  try {
    const sdp = await offer(connection)
    const [, algorithm, value] = /^a=fingerprint:(\S+) (\S+)/m.exec(sdp) ?? []
    return v.parse(DtlsParameters, { fingerprints: [{ algorithm, value }] })
  } finally {
    connection.close()
  }
}

/** Connects to one port of a node as to one of a call, and to nothing else of it. */
export async function tryPort(port: OpenedPort, certificate: RTCCertificate): Promise<PortOutcome> {
  const connection = new RTCPeerConnection({ certificates: [certificate] })
  try {
    const mid = /^a=mid:(\S+)/m.exec(await offer(connection))?.[1] ?? '0'
    await connection.setRemoteDescription({ type: 'answer', sdp: portAnswer(port, mid) })
    const hasIce = () => ['connected', 'completed'].includes(connection.iceConnectionState)
    if (!(await comesTrue(connection, hasIce, ICE_TIMEOUT_MS))) return 'silent'
    const hasDtls = () => connection.connectionState === 'connected'
    return (await comesTrue(connection, hasDtls, DTLS_TIMEOUT_MS)) ? 'reached' : 'unfinished'
  } finally {
    connection.close()
  }
}

async function offer(connection: RTCPeerConnection): Promise<string> {
  connection.createDataChannel('check')
  await connection.setLocalDescription()
  return connection.localDescription?.sdp ?? ''
}

function comesTrue(
  connection: RTCPeerConnection,
  isTrue: () => boolean,
  timeoutMs: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (found: boolean): void => {
      clearTimeout(timer)
      connection.removeEventListener('iceconnectionstatechange', look)
      connection.removeEventListener('connectionstatechange', look)
      resolve(found)
    }
    const look = (): void => {
      if (isTrue()) settle(true)
    }
    const timer = setTimeout(() => settle(false), timeoutMs)
    connection.addEventListener('iceconnectionstatechange', look)
    connection.addEventListener('connectionstatechange', look)
    look()
  })
}

/** What a node's media port would answer to the offer of the data channel `mid`: the browser begins DTLS. */
function portAnswer({ iceParameters, dtlsParameters, ...place }: OpenedPort, mid: string): string {
  const { usernameFragment, password } = iceParameters
  const { fingerprints } = dtlsParameters
  return dataChannelAnswer({ ...place, usernameFragment, password, fingerprints, setup: 'passive' }, mid)
}
