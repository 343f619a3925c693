import type { JSX } from 'preact'
import type { CarriedBy as NodeLender } from '../../core/session/room-session.ts'
import { lazily } from '../../ui/lazily.tsx'
import { lazilyWorded } from '../../ui/lazily-worded.tsx'
import { useWords } from '../../ui/page-context.ts'

/** Most rooms are carried by somebody who has a name of their own. */
const SiteName = lazily(async () => (await import('../site/site-name.tsx')).SiteName)

/** It says more than a call has to wait for. */
const CarrierSees = lazilyWorded(async () => (await import('./carrier-sees.tsx')).CarrierSees)

/** By whom a room is carried, and whether it is, was, or would be if it opened now. */
export interface LenderInfo {
  readonly by: NodeLender
  readonly when: 'carriedBy' | 'wasCarriedBy' | 'willBeCarriedBy'
}

interface CarriedByProps extends LenderInfo {
  /** Whether what is said there is encrypted from end to end. */
  readonly encrypted: boolean
}

/**
 * Who lends the node that carries us, or runs this site and the node with it, and what they can and cannot see; nothing where there
 * is no node.
 */
export function CarriedBy({ by, when, encrypted }: CarriedByProps): JSX.Element | null {
  const { connection } = useWords()
  if (by === null) return null
  const { name, link } = by === 'site' ? { name: '', link: null } : by
  return (
    <div class="quiet carried-by">
      <p data-carried-by={name}>
        {connection[when]}{' '}
        {by === 'site' ? (
          <SiteName />
        ) : link === null ? (
          name
        ) : (
          <a href={link} rel="noopener noreferrer" target="_blank">
            {name}
          </a>
        )}
      </p>
      {when !== 'wasCarriedBy' && <CarrierSees by={by} encrypted={encrypted} />}
    </div>
  )
}
