import type { JSX } from 'preact'
import type { CarriedBy as NodeLender } from '../../core/session/room-session.ts'
import { lazily } from '../../ui/lazily.tsx'
import { useWords } from '../../ui/page-context.ts'

/** Most rooms are carried by somebody who has a name of their own. */
const SiteName = lazily(async () => (await import('../site/site-name.tsx')).SiteName)

/** By whom a room is carried, and whether it is, was, or would be if it opened now. */
export interface LenderInfo {
  readonly by: NodeLender
  readonly when: 'carriedBy' | 'wasCarriedBy' | 'willBeCarriedBy'
}

/**
 * Who lends the node that carries us, or runs this site and the node with it, and what they can and cannot see; nothing where there
 * is no node.
 */
export function CarriedBy({ by, when }: LenderInfo): JSX.Element | null {
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
      {when !== 'wasCarriedBy' && (
        <p data-carrier-sees="">{by === 'site' ? connection.siteSees : connection.lenderSees}</p>
      )}
    </div>
  )
}
