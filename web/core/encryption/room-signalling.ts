import { ProtocolError } from '../../../protocol/errors.ts'
import type { DisplayName } from '../../../protocol/names/display-name.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type {
  PageParams,
  PageRequestName,
  PageResult,
  Welcome,
} from '../../../protocol/page-edge/requests.ts'
import type { MessagePayload, PersonName } from '../../../protocol/page-edge/sealed.ts'
import { SignalConnection } from '../signalling/signal-connection.ts'
import type { SignalListener, SignalOptions } from '../signalling/signal-options.ts'
import type { Ask, OpenedHistory, OpenedJoinParams, OpenedSending } from './opened.ts'
import { PLAIN } from './plain-sealing.ts'
import type { AskWith, Opening, OpeningListener, Sealing } from './sealing.ts'

/** Whom it tells what comes: opened, and without what did not open. */
export type RoomListener = Omit<SignalListener, 'welcomed' | 'happened'> &
  Pick<OpeningListener, 'welcomed' | 'happened'>

interface RoomSignallingOptions extends Omit<OpeningListener, 'welcomed' | 'happened'> {
  readonly connection: Omit<SignalOptions, 'listener' | 'joinParams' | 'mayStepBack'>
  /** Asked for at each join, as in `SignalOptions`. */
  readonly joinParams: () => Promise<OpenedJoinParams>
  readonly listener: RoomListener
  /** By what all is sealed, once its code is there; null in a plain room. Until then nothing is said, and nothing comes. */
  readonly sealing: Promise<Sealing> | null
}

/**
 * All that goes through the edge, and the one place where names and words are sealed and opened: between the connection, which knows
 * them as they are on the wire, and the rest of the page, which knows them as people wrote them. Whether a room is encrypted is
 * what our own link says, whatever the edge says of it.
 */
export class RoomSignalling {
  readonly #options: RoomSignallingOptions
  readonly #connection: SignalConnection
  #sealing: Sealing
  #opening: Opening
  /** How many messages were sealed in this stay: each has a number of its own. */
  #sealed = 0

  constructor(options: RoomSignallingOptions) {
    this.#options = options
    this.#sealing = PLAIN
    this.#opening = PLAIN.opening(this.#heard)
    this.#connection = new SignalConnection({
      ...options.connection,
      // A version that knows nothing of sealed names would say them as they are.
      mayStepBack: options.sealing === null,
      joinParams: () => this.#joinParams(),
      listener: {
        waiting: () => this.#opening.away(() => options.listener.waiting()),
        cut: () => this.#opening.away(() => options.listener.cut()),
        resumed: () => this.#opening.resumed(() => options.listener.resumed()),
        welcomed: (welcome) => this.#welcomed(welcome),
        happened: (event) => this.#happened(event),
        refused: (error) => this.#opening.ended(() => options.listener.refused(error)),
      },
    })
  }

  get #heard(): OpeningListener {
    const { listener, introduced, tampered, unreadableName } = this.#options
    return {
      welcomed: (welcome) => listener.welcomed(welcome),
      happened: (event) => listener.happened(event),
      introduced,
      tampered,
      unreadableName,
    }
  }

  readonly ask: Ask = (name, params) => this.#connection.request(name, params)

  /** Has everybody call us so from now on (A7). */
  async rename(name: DisplayName): Promise<void> {
    await this.#sealing.rename(
      name,
      this.#asking('rename', (said: PersonName) => ({ name: said })),
    )
  }

  async send(sending: OpenedSending): Promise<PageResult<'send-message'>> {
    const { kind, addressee, upTo, payload } = sending
    const context = { kind, addressee, ...(upTo !== undefined && { upTo }) }
    const number = this.#sealed
    this.#sealed += 1
    const say = this.#asking('send-message', (said: MessagePayload) => ({ ...sending, payload: said }))
    const sent = await this.#sealing.sendMessage(context, { payload, number }, say)
    this.#opening.said({ id: sent.id, kind }, number)
    return sent
  }

  /** Takes back what somebody has sent (C3), be it still on its way. */
  async clear(params: PageParams<'clear-message'>): Promise<void> {
    await this.#sealing.afterMessages(this.#asking('clear-message', () => params))
  }

  async history(after: number): Promise<OpenedHistory> {
    const { messages, more } = await this.#connection.request('message-history', { after })
    return { messages: await this.#opening.history(messages), last: messages.at(-1)?.id ?? null, more }
  }

  wake(): void {
    this.#connection.wake()
  }

  /** We cannot go on in this room. */
  giveUp(error: ProtocolError): void {
    this.#connection.giveUp(error)
  }

  /** Nothing is told of what comes after. */
  async leave(patienceMs: number): Promise<void> {
    await this.#connection.leave(patienceMs)
    this.#opening.close()
  }

  #asking<Name extends PageRequestName, Made>(
    name: Name,
    paramsOf: (made: Made) => PageParams<Name>,
  ): AskWith<Made, PageResult<Name>> {
    return (made, again) => {
      const makeAnew = again && (async () => paramsOf(await again()))
      return this.#connection.request(name, paramsOf(made), makeAnew)
    }
  }

  async #joinParams() {
    const { joinParams, sealing } = this.#options
    const [{ name, ...params }, loaded] = await Promise.all([joinParams(), sealing])
    if (loaded && this.#sealing !== loaded) {
      this.#sealing = loaded
      this.#opening = loaded.opening(this.#heard)
    }
    const { linkProof } = this.#sealing
    return { ...params, name: await this.#sealing.sealName(name), ...(linkProof && { linkProof }) }
  }

  #welcomed(welcome: Welcome): void {
    if (this.#isOtherwise(welcome.room)) return
    this.#opening.welcomed(welcome)
  }

  #happened(event: PageEvent): void {
    if (event.event === 'room-settings-changed' && this.#isOtherwise(event.room)) return
    this.#opening.happened(event)
  }

  /** Whether the edge says of the room what our link does not (K5): then we are not in it any more. */
  #isOtherwise({ encrypted }: Welcome['room']): boolean {
    const { sealing } = this.#options
    if (encrypted === (sealing !== null)) return false
    const error = sealing === null ? 'link-required' : 'not-encrypted'
    this.giveUp(new ProtocolError(error, 'the edge says of the room what its link does not'))
    return true
  }
}
