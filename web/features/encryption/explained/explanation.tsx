import { KeyRound, UsersRound } from 'lucide'
import type { JSX } from 'preact'
import { MAX_GROUP_PEERS } from '../../../../protocol/limits.ts'
import type { LinkKeysReason, RoomSession } from '../../../core/session/room-session.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import { useWords } from '../../../ui/page-context.ts'
import { CompareWords } from '../compare/compare-words.tsx'
import { shieldIcon } from '../shield-button.tsx'
import { RateForAll } from './rate-for-all.tsx'

interface ExplanationProps {
  readonly session: RoomSession
}

/** What it means that a room is encrypted, or that it is not, to somebody who never heard of it. */
export function Explanation({ session }: ExplanationProps): JSX.Element {
  const { explained } = useFurtherWords()
  const { plain } = useWords().encryption
  const { encryption, linkKeysReason, epochAuthenticator, spokenWords } = session.view.value
  return (
    <>
      <p class="encryption-line" data-encrypted={encryption !== 'none'}>
        <Icon node={shieldIcon(encryption)} />
        <strong>{encryption === 'none' ? plain : explained.forAll}</strong>
      </p>
      {encryption === 'none' && <Plain />}
      {encryption === 'link' && <ByLink reason={linkKeysReason} />}
      {encryption === 'group' && <ByGroup />}
      {epochAuthenticator && <CompareWords session={session} authenticator={epochAuthenticator} />}
      {encryption !== 'none' && <RateForAll session={session} />}
      {encryption !== 'none' && <KeptOut isGroup={encryption === 'group'} isSpoken={spokenWords !== null} />}
    </>
  )
}

/** The keys of the link alone: why, and where that one is. */
function ByLink({ reason }: { readonly reason: LinkKeysReason | null }): JSX.Element {
  const { fromLink, why, locked, key } = useFurtherWords().explained
  return (
    <>
      <p class="encryption-line" data-keys="link">
        <Icon node={KeyRound} />
        <strong>{fromLink}</strong>
      </p>
      {reason && <p data-reason={reason}>{reason === 'crowd' ? why.crowd(MAX_GROUP_PEERS) : why[reason]}</p>}
      <p>{locked}</p>
      <p>{key}</p>
    </>
  )
}

/** Keys that are with those who are here. */
function ByGroup(): JSX.Element {
  const { fromGroup, locked, renewed } = useFurtherWords().explained
  return (
    <>
      <p class="encryption-line" data-keys="group">
        <Icon node={UsersRound} />
        <strong>{fromGroup}</strong>
      </p>
      <p>{locked}</p>
      <p>{renewed}</p>
    </>
  )
}

interface KeptOutProps {
  readonly isGroup: boolean
  /** Whether there are words that open the room. */
  readonly isSpoken: boolean
}

function KeptOut({ isGroup, isSpoken }: KeptOutProps): JSX.Element {
  const { keptOut, out, limits, limit } = useFurtherWords().explained
  const { group, link } = limit
  return (
    <>
      <Points
        title={keptOut}
        points={[out.carrier, out.site, out.network, ...(isGroup ? [out.removed, out.late] : [])]}
      />
      <Points
        title={limits}
        points={[
          ...(isGroup ? [group.link, group.removed] : [link.link, link.removed]),
          ...(isSpoken ? [limit.spoken] : []),
          limit.page,
          limit.seen,
        ]}
      />
    </>
  )
}

interface PointsProps {
  readonly title: string
  readonly points: readonly string[]
}

const Points = ({ title, points }: PointsProps): JSX.Element => (
  <section class="stack tight">
    <h3>{title}</h3>
    <ul class="points">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  </section>
)

function Plain(): JSX.Element {
  const { carrier, name, instead } = useFurtherWords().explained.openTo
  return (
    <>
      <p>{carrier}</p>
      <p>{name}</p>
      <p>{instead}</p>
    </>
  )
}
