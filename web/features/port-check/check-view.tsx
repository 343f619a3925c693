import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import * as v from 'valibot'
import { ProtocolError } from '../../../protocol/errors.ts'
import { CheckTicket } from '../../../protocol/http/page-check.ts'
import { CheckSheet, type CheckState } from './check-sheet.tsx'

/** Tries a lent node's media ports from here, with the ticket behind the address's #. */
export function CheckView(): JSX.Element {
  const [state, setState] = useState<CheckState>('trying')
  useEffect(() => {
    tryNow().then(setState, reportError)
  }, [])
  return <CheckSheet state={state} />
}

async function tryNow(): Promise<CheckState> {
  const ticket = v.safeParse(CheckTicket, location.hash.slice(1))
  if (!ticket.success) return 'spent'
  try {
    const { checkPorts } = await import('./check-ports.ts')
    return await checkPorts(ticket.output)
  } catch (thrown) {
    if (thrown instanceof ProtocolError && thrown.code === 'not-found') return 'spent'
    reportError(thrown)
    return 'failed'
  }
}
