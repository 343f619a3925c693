import { ProtocolError, type WireError } from '../../../protocol/errors.ts'
import type { LobbyEvent, SequencedEvent } from '../../../protocol/page-edge/events.ts'
import type { EdgeFrame, UnknownEvent } from '../../../protocol/page-edge/frames.ts'
import type { PageParams, PageRequestName, PageResult } from '../../../protocol/page-edge/requests.ts'
import { retryDelayMs } from '../../../protocol/retry-after.ts'
import { isFinal } from './connection-errors.ts'
import { EdgeSocket } from './edge-socket.ts'
import { type Joined, readJoinAnswer } from './join-answer.ts'
import { JoinTrial } from './join-trial.ts'
import { type MakeAnew, PendingRequests, type RequestFrame } from './pending-requests.ts'
import { Redial } from './redial.ts'
import { RoomCredentials } from './room-credentials.ts'
import type { SignalOptions } from './signal-options.ts'
import { VersionChoice } from './spoken-version.ts'
import { TIMING, type Timing } from './timing.ts'

const LEFT: WireError = { code: 'not-joined', message: 'left the room' }

/**
 * The lasting connection to a room: joins as soon as a socket is open, makes a new socket when one falls, resumes as
 * the same person, and sends again what was not answered (the edge takes a repeated request for the same one).
 */
export class SignalConnection {
  readonly #options: SignalOptions
  readonly #timing: Timing
  readonly #requests: PendingRequests
  readonly #version: VersionChoice
  #socket: EdgeSocket | null = null
  readonly #trial: JoinTrial
  readonly #redial: Redial
  #joinId: number | null = null
  #joined = false
  readonly #random: () => number
  readonly #credentials: RoomCredentials
  #resumeOnly: boolean
  #over = false

  constructor(options: SignalOptions) {
    this.#options = options
    this.#timing = { ...TIMING, ...options.timing }
    this.#requests = new PendingRequests(this.#timing, {
      suspected: () => this.#socket?.check(),
      useless: () => this.#socket?.drop(),
    })
    this.#random = options.random ?? Math.random
    this.#redial = new Redial(this.#timing, this.#random, () => this.#open())
    this.#trial = new JoinTrial(this.#timing)
    this.#credentials = new RoomCredentials(options.memory)
    this.#resumeOnly = options.resumeOnly ?? false
    this.#version = new VersionChoice(options.loadFormerVersion)
    this.#open()
  }

  /**
   * Asks the edge, now or as soon as it can be reached. Rejects with a ProtocolError.
   *
   * @param makeAnew - Makes the parameters once more where they are sent again; such requests stay in their order.
   */
  async request<Name extends PageRequestName>(
    name: Name,
    params: PageParams<Name>,
    makeAnew: MakeAnew<PageParams<Name>> | null = null,
  ): Promise<PageResult<Name>> {
    if (this.#over) throw ProtocolError.fromWire(LEFT)
    const send = (frame: RequestFrame): void => {
      if (this.#joined || (this.#credentials.waits && name === 'leave')) this.#send(frame)
    }
    const result = await this.#requests.add(name, params, send, makeAnew)
    // It was read with the schema that the contract has for `name`; the compiler cannot follow that pairing.
    return result as PageResult<Name>
  }

  /** Something suggests that the network changed: looks after the socket at once, rather than in a while. */
  wake(): void {
    if (this.#over) return
    if (this.#socket) this.#socket.check()
    else if (!this.#redial.isPutOff) this.#open()
  }

  /** Says good-bye, waits for the answer no longer than `patienceMs`, and closes. */
  async leave(patienceMs: number): Promise<void> {
    if (this.#over) return
    this.#credentials.forget()
    if (this.#joined || this.#credentials.waits) {
      const patience = Promise.withResolvers<void>()
      const timer = setTimeout(patience.resolve, patienceMs)
      const answered = this.request('leave', {}).catch((error) => console.warn('leave:', error))
      await Promise.race([answered, patience.promise])
      clearTimeout(timer)
    }
    this.#finish(LEFT)
  }

  /** Will have nothing to do with what the edge says: closes at once, as if it had refused us so. */
  giveUp(error: ProtocolError): void {
    this.#refuse(error)
  }

  #open(): void {
    this.#redial.stop()
    const { url, dial = (address) => new WebSocket(address) } = this.#options
    const socket: EdgeSocket = new EdgeSocket(
      dial(url),
      this.#version.current,
      {
        opened: () => {
          this.#join(socket).catch((cause) => this.#refuse(ProtocolError.from(cause)))
        },
        received: (frame) => this.#handleFrame(frame),
        closed: (error) => this.#handleClose(error),
      },
      this.#timing,
    )
    this.#socket = socket
    this.#trial.begin(socket)
  }

  async #join(socket: EdgeSocket): Promise<void> {
    const joinParams = await this.#options.joinParams()
    if (socket !== this.#socket) return
    const params: PageParams<'join'> = {
      protocol: socket.version.protocol,
      ...joinParams,
      ...this.#credentials.proof,
      ...(this.#resumeOnly && { resumeOnly: true }),
    }
    this.#joinId = this.#requests.newId()
    socket.send({ id: this.#joinId, request: 'join', params })
  }

  #handleFrame(frame: EdgeFrame | UnknownEvent): void {
    if ('seq' in frame) this.#handleNewEvent(frame)
    else if ('lobby' in frame) this.#handleLobbyEvent(frame)
    else if (!('id' in frame)) return
    else if (frame.id === this.#joinId) this.#handleJoinAnswer(readJoinAnswer(frame))
    else if ('result' in frame) this.#requests.resolve(frame.id, frame.result)
    else if (frame.error.code === 'rate-limited') this.#sendLater(frame.id, frame.error)
    else this.#requests.reject(frame.id, frame.error)
  }

  #handleJoinAnswer(joined: Joined | ProtocolError): void {
    this.#joinId = null
    if (joined instanceof ProtocolError) return this.#handleJoinError(joined)
    this.#trial.end()
    this.#resumeOnly = false
    this.#redial.connected()
    switch (joined.kind) {
      case 'waiting':
        this.#credentials.sentToLobby(joined.ticket)
        this.#credentials.remember()
        return this.#options.listener.waiting()
      case 'welcome':
        this.#joined = true
        this.#credentials.welcomed(joined)
        this.#options.listener.welcomed(joined)
        break
      case 'resumed':
        this.#joined = true
        this.#options.listener.resumed()
        for (const event of joined.missed) this.#handleEvent(event)
        break
      default:
        joined satisfies never
    }
    this.#credentials.remember()
    void this.#requests.sendAgain((frame) => this.#send(frame))
  }

  /** The door is open: in, by the same socket. */
  #handleLobbyEvent({ lobby }: LobbyEvent): void {
    const socket = this.#socket
    if (lobby !== 'admitted' || !socket) return
    this.#trial.begin(socket)
    this.#join(socket).catch((cause) => this.#refuse(ProtocolError.from(cause)))
  }

  #handleJoinError(error: ProtocolError): void {
    const socket = this.#socket
    const { mayStepBack = true } = this.#options
    const steps = mayStepBack && socket !== null && this.#version.hasBefore(socket.version)
    if (error.code === 'unsupported-protocol' && steps) {
      void this.#speakOlder(socket, error)
      return
    }
    if (isFinal(error)) {
      this.#refuse(error)
      return
    }
    console.warn('join:', error)
    this.#redial.refused(error)
    this.#socket?.drop()
  }

  /** The edge was not updated yet: it is joined anew in the version before, which is spoken from then on (V1). */
  async #speakOlder(socket: EdgeSocket, error: ProtocolError): Promise<void> {
    this.#trial.end()
    socket.close()
    this.#socket = null
    try {
      await this.#version.goBackFrom(socket.version)
    } catch (cause) {
      console.warn('join:', cause)
      this.#refuse(error)
      return
    }
    if (!this.#over && !this.#socket) this.#open()
  }

  /**
   * What comes before the answer to a join is in the welcome. Counted as seen, it would hide all that was before it from whoever is
   * cut off before the welcome, and resumes.
   */
  #handleNewEvent(event: SequencedEvent | UnknownEvent): void {
    if (this.#joined) this.#handleEvent(event)
  }

  /** One that we do not know was seen as well: a resume does not ask for it again. */
  #handleEvent(event: SequencedEvent | UnknownEvent): void {
    if (!this.#credentials.sees(event.seq)) return
    if ('unknown' in event) console.debug('edge: unknown event', event.unknown)
    else this.#options.listener.happened(event.data)
  }

  #handleClose(error: ProtocolError | null): void {
    this.#trial.end()
    this.#requests.fell()
    this.#socket = null
    this.#joinId = null
    if (this.#over) return
    if (error && isFinal(error)) {
      this.#refuse(error)
      return
    }
    if (this.#joined) {
      this.#joined = false
      this.#options.listener.cut()
    }
    if (error) this.#redial.refused(error)
    this.#redial.fell()
  }

  #send(frame: RequestFrame): void {
    this.#socket?.send(frame)
    this.#requests.startClock(frame.id)
  }

  #sendLater(id: number, { retryAfterMs }: WireError): void {
    const { rateLimitPauseMs } = this.#timing
    const socket = this.#socket
    setTimeout(
      async () => {
        const frame = await this.#requests.frameAgain(id)
        // By another one it is sent again with all others.
        if (frame && this.#joined && socket === this.#socket) this.#send(frame)
      },
      retryDelayMs(rateLimitPauseMs, retryAfterMs, this.#random),
    )
  }

  #refuse(error: ProtocolError): void {
    if (this.#over) return
    // A place in the lobby that was lost is not asked for again.
    if (this.#credentials.waits || (this.#resumeOnly && error.code === 'not-found'))
      this.#credentials.forget()
    this.#finish(error.toWire())
    this.#options.listener.refused(error)
  }

  #finish(error: WireError): void {
    this.#over = true
    this.#redial.stop()
    this.#trial.end()
    this.#socket?.close()
    this.#socket = null
    this.#joined = false
    this.#requests.rejectAll(error)
  }
}
