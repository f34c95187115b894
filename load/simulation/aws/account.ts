import { TokenBucket } from '#load/simulation/engine/token-bucket'
import { facts } from './facts.ts'

/** What all functions of an account in a region share: concurrency, and ten calls a second for each of it. */
export class Account {
  readonly #quota: number
  readonly #calls: TokenBucket
  /** Provisioned environments of all functions, busy or not. */
  provisioned = 0
  /** Calls that run on demand. */
  onDemand = 0

  constructor(quota: number) {
    this.#quota = quota
    const rate = quota * facts.lambda.callsPerEnvironment
    this.#calls = new TokenBucket(rate, rate)
  }

  takesCall(now: number): boolean {
    return this.#calls.take(now)
  }

  hasRoom(): boolean {
    return this.provisioned + this.onDemand < this.#quota
  }
}
