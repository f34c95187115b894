import { TokenBucket } from '#load/simulation/engine/token-bucket'
import type { Account } from './account.ts'
import { facts } from './facts.ts'
import { IdleEnvironments } from './idle-environments.ts'

const { callsPerEnvironment, starts } = facts.lambda

export interface FunctionOptions {
  readonly account: Account
  readonly provisioned: number
  /** Seconds after which an environment on demand that nobody called is taken away. */
  readonly idleSeconds: number
  /** Whether a call that finds no provisioned environment may have another. @default true */
  readonly spillsOver?: boolean
}

/**
 * The execution environments of one function, one call at a time each. A call takes a provisioned one, as long as they
 * have not had ten calls a second each; else one on demand that is idle; else a new one, which has to start. An
 * environment is a small number, which is used again when it is gone.
 */
export class LambdaFunction {
  /** Provisioned ones that there are. */
  provisioned = 0
  busyProvisioned = 0
  busyOnDemand = 0
  /** Of the call that was taken last. */
  startsCold = false
  isSpillOver = false

  readonly #account: Account
  readonly #spillsOver: boolean
  readonly #starts = new TokenBucket(starts.perSecond, starts.atOnce)
  readonly #calls = new TokenBucket(0, 0)
  readonly #warm: number[] = []
  readonly #idle: IdleEnvironments
  readonly #unused: number[] = []
  /** By environment: whether it is provisioned, and whether it ends when its call does. */
  readonly #isProvisioned: boolean[] = []
  readonly #ends: boolean[] = []

  constructor({ account, provisioned, idleSeconds, spillsOver = true }: FunctionOptions) {
    this.#account = account
    this.#spillsOver = spillsOver
    this.#idle = new IdleEnvironments(idleSeconds, (environment) => this.#forget(environment))
    this.provision(0, provisioned)
    this.#calls.refill()
  }

  /** All numbers of environments so far are below it. */
  get numbers(): number {
    return this.#isProvisioned.length
  }

  /** @returns the environment that the call has; -1 where it is refused */
  take(now: number): number {
    this.startsCold = false
    this.isSpillOver = false
    if (!this.#account.takesCall(now)) return -1
    if (this.#warm.length > 0 && this.#calls.take(now)) {
      this.busyProvisioned++
      return this.#warm.pop() as number
    }
    if (!this.#spillsOver || !this.#account.hasRoom()) return -1
    let environment = this.#idle.take(now)
    if (environment < 0) {
      if (!this.#starts.take(now)) return -1
      environment = this.#make(false)
      this.startsCold = true
    }
    this.isSpillOver = this.provisioned > 0
    this.busyOnDemand++
    this.#account.onDemand++
    return environment
  }

  /** The call is answered. */
  giveBack(now: number, environment: number): void {
    const ends = this.#ends[environment] as boolean
    if (this.#isProvisioned[environment]) {
      this.busyProvisioned--
      if (ends) this.#forget(environment)
      else this.#warm.push(environment)
      return
    }
    this.busyOnDemand--
    this.#account.onDemand--
    if (ends) this.#forget(environment)
    else this.#idle.add(now, environment)
  }

  /** There are so many provisioned ones from now on. Of those that are too many, busy ones end with their call. */
  provision(now: number, count: number): void {
    for (let more = this.provisioned; more < count; more++) this.#warm.push(this.#make(true))
    for (let fewer = this.provisioned; fewer > count; fewer--) this.#endOne()
    this.#account.provisioned += count - this.provisioned
    this.provisioned = count
    const rate = count * callsPerEnvironment
    this.#calls.resize(now, rate, rate)
  }

  /** Every environment ends, busy ones with their call; with a new version of the code there are others. */
  replaceAll(now: number, provisioned: number): void {
    this.provision(now, 0)
    this.#idle.clear()
    this.#isProvisioned.forEach((_, environment) => {
      this.#ends[environment] = true
    })
    for (const environment of this.#unused) this.#ends[environment] = false
    this.provision(now, provisioned)
    this.#calls.refill()
  }

  /**
   * A share of the environments is gone at once, those that are busy among them.
   * @returns those whose call is lost with them
   */
  lose(now: number, isLost: (environment: number) => boolean): number[] {
    const kept = this.#warm.filter((environment) => !isLost(environment))
    const lost = this.#warm.length - kept.length
    for (const environment of this.#warm) if (isLost(environment)) this.#forget(environment)
    this.#warm.length = 0
    this.#warm.push(...kept)
    this.#idle.keep((environment) => !isLost(environment))
    const busy: number[] = []
    let busyProvisioned = 0
    const unused = new Set(this.#unused)
    const still = new Set(this.#warm)
    for (let environment = 0; environment < this.numbers; environment++) {
      if (unused.has(environment) || still.has(environment) || !isLost(environment)) continue
      if (this.#isProvisioned[environment] && !this.#ends[environment]) busyProvisioned++
      busy.push(environment)
      this.#ends[environment] = true
    }
    const left = this.provisioned - lost - busyProvisioned
    this.#account.provisioned += left - this.provisioned
    this.provisioned = left
    this.#calls.resize(now, left * callsPerEnvironment, left * callsPerEnvironment)
    return busy
  }

  #make(isProvisioned: boolean): number {
    const environment = this.#unused.pop() ?? this.numbers
    this.#isProvisioned[environment] = isProvisioned
    this.#ends[environment] = false
    return environment
  }

  #endOne(): void {
    const free = this.#warm.pop()
    if (free !== undefined) {
      this.#forget(free)
      return
    }
    const busy = this.#isProvisioned.findIndex((is, at) => is && !this.#ends[at])
    if (busy >= 0) this.#ends[busy] = true
  }

  #forget(environment: number): void {
    this.#isProvisioned[environment] = false
    this.#ends[environment] = false
    this.#unused.push(environment)
  }
}
