import type { JSX } from 'preact'
import type { CarriedBy } from '../../core/session/room-session.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'

interface CarrierSeesProps {
  readonly by: NonNullable<CarriedBy>
  readonly encrypted: boolean
}

/** What whoever carries a room can and cannot see. */
export function CarrierSees({ by, encrypted }: CarrierSeesProps): JSX.Element {
  const { connection } = useFurtherWords()
  const { siteSees, lenderSees, siteSeesLocked, lenderSeesLocked } = connection
  const [site, lender] = encrypted ? [siteSeesLocked, lenderSeesLocked] : [siteSees, lenderSees]
  return <p data-carrier-sees={encrypted ? 'nothing' : ''}>{by === 'site' ? site : lender}</p>
}
