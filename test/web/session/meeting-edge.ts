import * as v from 'valibot'
import type { WebSocket } from 'ws'
import type { PeerId } from '../../../protocol/ids.ts'
import { type GroupDescription, OfferedChange } from '../../../protocol/page-edge/group.ts'
import { PersonName } from '../../../protocol/page-edge/sealed.ts'
import { TOKEN, welcome } from '../room-state/room-samples.ts'
import { type Arrived, answer, EdgeDouble, tell } from '../signalling/edge-double.ts'

interface Person {
  readonly id: PeerId
  readonly socket: WebSocket
  /** As it is on the wire. */
  name: PersonName
}

/** How much later the others hear that somebody was put out, in milliseconds. */
const LATE_MS = 200

const Named = v.object({ name: PersonName })

/** An edge that does no more than that some pages meet in an encrypted room, and keep its group; all of them moderate. */
export class MeetingEdge {
  /** All that anybody asked for, in order: what, and with what. */
  readonly asked: Pick<Arrived, 'request' | 'params'>[] = []
  readonly #double: EdgeDouble
  readonly #ids: PeerId[]
  readonly #people: Person[] = []
  #group: GroupDescription | null = null
  #seq = 0

  private constructor(double: EdgeDouble, ids: readonly PeerId[]) {
    this.#double = double
    this.#ids = [...ids]
  }

  /** @param ids - Whoever joins first is the first of these. */
  static async open(...ids: readonly PeerId[]): Promise<MeetingEdge> {
    const edge = new MeetingEdge(await EdgeDouble.open(), ids)
    void edge.#serve()
    return edge
  }

  /** Where its pages are. */
  get origin(): string {
    return this.#double.url.replace('ws:', 'http:')
  }

  /** The names that those said of themselves who asked for another one, in order. */
  get renames(): PersonName[] {
    const renames = this.asked.filter(({ request }) => request === 'rename')
    return renames.map(({ params }) => v.parse(Named, params).name)
  }

  async close(): Promise<void> {
    await this.#double.close()
  }

  async #serve(): Promise<never> {
    for (;;) {
      const arrived = await this.#double.next()
      this.asked.push({ request: arrived.request, params: arrived.params })
      answer(arrived, this.#answer(arrived))
    }
  }

  #answer({ socket, request, params }: Arrived): object {
    switch (request) {
      case 'join':
        return this.#join(socket, v.parse(Named, params).name)
      case 'commit':
        return this.#take(socket, v.parse(OfferedChange, params))
      case 'rename': {
        const person = this.#people.find((each) => each.socket === socket)
        if (!person) throw new Error('renamed, and not here')
        person.name = v.parse(Named, params).name
        this.#tell(null, { event: 'peer-renamed', peer: person.id, name: person.name })
        return {}
      }
      case 'remove-peer': {
        const out = this.#people.findIndex(({ id }) => id === params['peer'])
        const [person] = this.#people.splice(out, 1)
        person?.socket.close(4403, 'removed')
        // As where it is on its way longer than the answer.
        setTimeout(() => this.#tell(null, { event: 'peer-left', peer: person?.id, removed: true }), LATE_MS)
        return {}
      }
      case 'describe-group':
        return { group: this.#group }
      case 'message-history':
        return { messages: [], more: false }
      default:
        return {}
    }
  }

  #join(socket: WebSocket, name: PersonName): object {
    const id = this.#ids.shift()
    if (id === undefined) throw new Error('nobody else is to come')
    const person: Person = { id, socket, name }
    this.#people.push(person)
    this.#tell(socket, { event: 'peer-joined', peer: describe(person) })
    return {
      ...welcome(),
      self: id,
      resumeToken: TOKEN,
      seq: this.#seq,
      room: { ...welcome().room, encrypted: true },
      peers: this.#people.map(describe),
      group: this.#group,
    }
  }

  #take(socket: WebSocket, { epoch, commit, info, newLink }: v.InferOutput<typeof OfferedChange>): object {
    if (epoch !== (this.#group?.epoch ?? 0) + 1) return { is: 'stale', group: this.#group }
    this.#group = { epoch, info }
    this.#tell(socket, { event: 'group-changed', epoch, commit, ...(newLink && { changesLink: true }) })
    return { is: 'taken' }
  }

  #tell(except: WebSocket | null, event: object): void {
    this.#seq += 1
    for (const { socket } of this.#people) if (socket !== except) tell(socket, this.#seq, event)
  }
}

const describe = ({ id, name }: Person) => ({ id, name, role: 'moderator', creator: false, producers: [] })
