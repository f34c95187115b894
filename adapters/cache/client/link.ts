import type { Socket } from 'node:net'
import { type Asked, settle, Unwell } from './asked.ts'
import { asError, type NodeAddress, openSocket } from './open-socket.ts'
import { type Command, encode, type Reply, ReplyError } from './resp.ts'

/** A Valkey that does not answer in this time is slower than the table behind it. Milliseconds. */
const COMMAND_TIMEOUT = 100
/** So long a command waits for a connection that is being made: an environment's first, or the first after a loss. */
const CONNECT_WAIT = 300
/** An answer that is so late does not come any more: a primary that hangs, whose connections nobody closes. */
const SILENCE = 1_000
/** While Valkey is unwell, one `PING` that nobody waits for goes there at most so often. */
const PROBE_EVERY = 500

export interface SignIn {
  readonly username: string
  readonly password: string
}

export interface LinkOptions extends NodeAddress {
  /** Asked anew for each connection; null is a Valkey that asks for no sign-in. */
  readonly signIn: (() => SignIn) | null
  /** In a cluster, replicas answer only who says that old answers will do. */
  readonly readsReplicas: boolean
  /** Told when the node becomes unwell, and not again before it was well. */
  readonly onError: (error: Error) => void
}

/**
 * After a failover the endpoint's name leads to the new primary, while the old one may live on as a replica: it
 * refuses writes, and only a new connection asks for the name again.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html
 */
const DEMOTED = ['READONLY', 'MASTERDOWN']
/** It is there and cannot serve: it reads its data, or its cluster lacks nodes. */
const NOT_SERVING = ['LOADING', 'CLUSTERDOWN']

/**
 * One connection to one node. Commands of one turn of the loop go in one packet, and are answered in their order.
 * A command that is not answered in time makes the node unwell: from then on all others fail at once, until a
 * `PING` in the background is answered in time. So an environment waits once for a node that hangs, is slow or away.
 */
export class Link {
  readonly #options: LinkOptions
  #socket: Socket | null = null
  #isReady = false
  #isUnwell = false
  #isClosed = false
  /** Attempts that failed since the node was last well. */
  #failures = 0
  /** By the clock; before, nobody connects again. */
  #connectsFrom = 0
  #probesFrom = 0
  #wellSince = 0
  /** Written, and waiting for an answer. */
  #asked: Asked[] = []
  /** Waiting for the connection. */
  #waiting: { command: Command; asked: Asked }[] = []
  #unsent: (string | Buffer)[] = []

  constructor(options: LinkOptions) {
    this.#options = options
  }

  /** When it was last well again after an illness or a loss; 0: it always was. Milliseconds by the clock. */
  get wellSince(): number {
    return this.#wellSince
  }

  get host(): string {
    return this.#options.host
  }

  /** Whether it is worth asking now. */
  get serves(): boolean {
    return !this.#isUnwell && this.#failures === 0
  }

  /**
   * @throws Unwell when there is no answer, at once or after a bounded time
   * @throws ReplyError for what Valkey refuses
   */
  async send(command: Command): Promise<Reply> {
    if (this.#isClosed) throw new Unwell('closed')
    if (!this.#socket) this.#connect()
    if (this.#isUnwell) this.#probe()
    if (!this.#socket || this.#isUnwell || (!this.#isReady && this.#failures > 0))
      throw new Unwell('away')
    return new Promise<Reply>((resolve, reject) => {
      const asked: Asked = { resolve, reject, isOver: false }
      const timeout = this.#isReady ? COMMAND_TIMEOUT : CONNECT_WAIT
      // What has come by then is read before anybody is said to be late: this process may have been busy.
      asked.timer = setTimeout(() => setImmediate(() => this.#isLate(asked)), timeout)
      if (this.#isReady) this.#write(command, asked)
      else this.#waiting.push({ command, asked })
    })
  }

  close(): void {
    this.#isClosed = true
    this.#socket?.destroy()
  }

  #write(command: Command, asked: Asked): void {
    this.#asked.push(asked)
    if (this.#unsent.length === 0) process.nextTick(() => this.#flush())
    this.#unsent.push(...encode(command))
  }

  #flush(): void {
    const parts = this.#unsent
    this.#unsent = []
    const socket = this.#socket
    if (!socket || parts.length === 0) return
    if (parts.every((part) => typeof part === 'string')) {
      socket.write(parts.join(''))
      return
    }
    socket.cork()
    for (const part of parts) socket.write(part)
    socket.uncork()
  }

  #isLate(asked: Asked): void {
    if (!asked.isOver) this.#becomeUnwell(new Unwell('late'))
  }

  #becomeUnwell(error: Error): void {
    if (!this.#isUnwell) this.#options.onError(error)
    this.#isUnwell = true
    this.#endIfSilent(this.#asked[0])
    for (const asked of this.#open()) settle(asked, error)
  }

  #becomeWell(): void {
    this.#isUnwell = false
    this.#failures = 0
    this.#wellSince = Date.now()
  }

  #probe(): void {
    if (!this.#isReady || Date.now() < this.#probesFrom) return
    this.#probesFrom = Date.now() + PROBE_EVERY
    const begun = Date.now()
    const asked: Asked = {
      isOver: false,
      resolve: () => {
        if (Date.now() - begun <= COMMAND_TIMEOUT) this.#becomeWell()
      },
      reject: () => undefined,
    }
    this.#write(['PING'], asked)
    this.#endIfSilent(asked)
  }

  /** A connection on which nothing came for so long leads nowhere. */
  #endIfSilent(oldest: Asked | undefined): void {
    const socket = this.#socket
    if (!oldest) return
    setTimeout(() => {
      if (this.#socket === socket && this.#asked.includes(oldest)) socket?.destroy()
    }, SILENCE).unref()
  }

  #connect(): void {
    if (Date.now() < this.#connectsFrom) return
    const { socket, isReady } = openSocket(this.#options, {
      connected: async () => {
        try {
          await this.#greet(socket)
          isReady()
        } catch (error) {
          socket.destroy(asError(error))
        }
      },
      reply: (reply) => this.#answer(reply),
      closed: (_, reason) => this.#lose(socket, reason),
    })
    this.#socket = socket
  }

  /** Whoever takes connections and does not answer is not there. */
  async #greet(socket: Socket): Promise<void> {
    const { signIn, readsReplicas } = this.#options
    if (signIn) {
      const { username, password } = signIn()
      await this.#say(['AUTH', username, password])
    }
    const begun = Date.now()
    await this.#say(readsReplicas ? ['READONLY'] : ['PING'])
    if (this.#socket !== socket) return
    this.#isReady = true
    const isSlow = this.#failures > 0 && Date.now() - begun > COMMAND_TIMEOUT
    if (isSlow) this.#isUnwell = true
    else if (this.#failures > 0 || this.#wellSince > 0) this.#becomeWell()
    for (const { command, asked } of this.#waiting.splice(0))
      if (!asked.isOver) this.#write(command, asked)
  }

  #say(command: Command): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#write(command, { resolve, reject, isOver: false })
    })
  }

  #lose(socket: Socket, reason: Error | null): void {
    if (this.#socket !== socket) return
    // The first attempt after a connection that served is waited for; whoever failed is not.
    const served = this.#isReady && !this.#isUnwell
    // At random, so that a failover does not bring all environments back at one moment.
    const wait = served ? 0 : Math.random() * Math.min(2_000, 250 * 2 ** this.#failures)
    const open = this.#open()
    const error = new Unwell('lost', { cause: reason })
    const isNews = !this.#isClosed && !this.#isUnwell && this.#failures === 0
    if (isNews && (reason || open.length > 0)) this.#options.onError(reason ?? error)
    this.#failures = served ? 0 : this.#failures + 1
    this.#connectsFrom = Date.now() + wait
    this.#wellSince = Date.now()
    this.#socket = null
    this.#isReady = false
    this.#isUnwell = false
    this.#asked = []
    this.#waiting = []
    this.#unsent = []
    for (const asked of open) settle(asked, error)
  }

  #open(): Asked[] {
    return [...this.#asked, ...this.#waiting.map(({ asked }) => asked)]
  }

  #answer(reply: Reply): void {
    const asked = this.#asked.shift()
    if (!asked) throw new Error('Valkey answered what nobody asked.')
    settle(asked, reply)
    if (!(reply instanceof ReplyError)) return
    if (DEMOTED.includes(reply.code)) this.#socket?.destroy(reply)
    if (NOT_SERVING.includes(reply.code)) this.#becomeUnwell(reply)
  }
}
