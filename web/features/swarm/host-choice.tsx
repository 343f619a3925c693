import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { LentNode } from '../../../protocol/http/swarm.ts'
import { useHomeWords } from '../../ui/lazily-worded.tsx'
import { useWords } from '../../ui/page-context.ts'
import { fetchSwarm } from './fetch-swarm.ts'
import { ranked } from './ranked.ts'

/** A node that may be chosen to carry a room, and who lends it. */
export type Host = Pick<LentNode, 'node' | 'name' | 'link'>

interface HostChoiceProps {
  readonly chosen: Host | null
  readonly onChoose: (host: Host | null) => void
}

/** Who is to carry the room: the swarm decides, unless somebody here does. Asked for only when it is opened. */
export function HostChoice({ chosen, onChoose }: HostChoiceProps): JSX.Element {
  const { hosts: words } = useHomeWords()
  const hosts = useSignal<readonly LentNode[] | 'failed' | null>(null)
  const toggle = (isOpen: boolean): void => {
    if (!isOpen || Array.isArray(hosts.peek())) return
    fetchSwarm().then(
      (swarm) => {
        hosts.value = ranked(swarm).filter(({ takesRooms }) => takesRooms)
      },
      (error: unknown) => {
        hosts.value = 'failed'
        reportError(error)
      },
    )
  }
  return (
    <details class="hosts" data-choice="host" onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary>{words.title}</summary>
      <Hosts hosts={hosts.value} chosen={chosen} onChoose={onChoose} />
    </details>
  )
}

interface HostsProps extends HostChoiceProps {
  readonly hosts: readonly LentNode[] | 'failed' | null
}

function Hosts({ hosts, chosen, onChoose }: HostsProps): JSX.Element {
  const { hosts: words } = useHomeWords()
  const { swarm } = useWords()
  if (hosts === null) return <p class="after-a-while">{swarm.loading}</p>
  if (hosts === 'failed') return <p role="alert">{swarm.failed}</p>
  return (
    <div class="stack tight">
      <label class="field-name" for="host">
        {words.label}
      </label>
      <select
        id="host"
        value={chosen?.node ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget
          onChoose(hosts.find(({ node }) => node === value) ?? null)
        }}
      >
        <option value="">{words.swarm}</option>
        {hosts.map(({ node, name, place }) => (
          <option key={node} value={node}>
            {place === null ? name : `${name} · ${place}`}
          </option>
        ))}
      </select>
      <p class="quiet">{words.note}</p>
    </div>
  )
}
