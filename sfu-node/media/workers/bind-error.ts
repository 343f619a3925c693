import { EXIT_CODES, ExitError } from '../../shared/exit-error.ts'
import type { MediaAddress } from './media-worker.ts'

/**
 * mediasoup tells why a bind failed, and of which address, only in its message, in libuv's words (uv_strerror); Node.js, which
 * listens for TCP before it, says the same after `listen E…:`.
 */
export function bindError({ listen, port }: MediaAddress, cause: unknown): Error {
  const reason = reasonOf(cause)
  const protocol = /protocol:tcp|^listen E/.test(reason) ? 'TCP' : 'UDP'
  if (reason.includes('address already in use')) {
    const sentence = `${protocol} port ${port} is taken: end the program that holds it, or choose others with --media-port.`
    return new ExitError(EXIT_CODES.portTaken, sentence, { cause })
  }
  if (reason.includes('address not available')) {
    const sentence = reason.includes("ip:'::'")
      ? 'IPv6 is switched off on this machine: leave its address out of --announce.'
      : `--listen ${listen} is not an address of this machine.`
    return new ExitError(EXIT_CODES.options, sentence, { cause })
  }
  if (reason.includes('permission denied')) {
    const sentence = `${protocol} port ${port} needs rights that this user does not have: choose others with --media-port.`
    return new ExitError(EXIT_CODES.options, sentence, { cause })
  }
  return new ExitError(EXIT_CODES.failed, `Media cannot listen on port ${port}: ${reason}.`, { cause })
}

export const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
