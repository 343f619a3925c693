import { KeyRound } from 'lucide'
import type { JSX } from 'preact'
import type { RoomView } from '../../../core/session/room-session.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import { useWords } from '../../../ui/page-context.ts'
import { shieldIcon } from '../shield-button.tsx'

/** What it means that a room is encrypted, or that it is not, to somebody who never heard of it. */
export function Explanation({ encryption }: Pick<RoomView, 'encryption'>): JSX.Element {
  const { explained } = useFurtherWords()
  const { plain } = useWords().encryption
  const isEncrypted = encryption !== 'none'
  return (
    <>
      <p class="encryption-line" data-encrypted={isEncrypted}>
        <Icon node={shieldIcon(encryption)} />
        <strong>{isEncrypted ? explained.forAll : plain}</strong>
      </p>
      {isEncrypted ? <Encrypted /> : <Plain />}
    </>
  )
}

function Encrypted(): JSX.Element {
  const { explained: words } = useFurtherWords()
  const { out, limit } = words
  return (
    <>
      <p class="encryption-line" data-keys="link">
        <Icon node={KeyRound} />
        <strong>{words.fromLink}</strong>
      </p>
      <p>{words.locked}</p>
      <p>{words.key}</p>
      <Points title={words.keptOut} points={[out.carrier, out.site, out.network]} />
      <Points title={words.limits} points={[limit.link, limit.removed, limit.page, limit.seen]} />
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
