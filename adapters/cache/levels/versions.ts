import { randomBytes } from 'node:crypto'
import { type Reply, ReplyError } from '#adapters/cache/client/resp'
import { run, script, type Valkey } from '#adapters/cache/client/valkey'

/** Something whose stored values are forgotten together: a person's courses, one course, the catalogue. */
export interface Scope {
  /** Whose it is. All its keys share it as their hash tag, and so lie in one slot of a cluster. */
  readonly of: string
  /** Which part of what is theirs; empty: all. */
  readonly part: string
}

export const versionKey = ({ of, part }: Scope): string => `lectern:{${of}}:v:${part}`

/** Longer than any value is kept, in milliseconds: a value whose scope has no version is no answer. */
export const VERSION_TTL = 25 * 3_600_000
/** A primary that fails takes with it what its replicas had not heard by then. Milliseconds. */
const MAY_BE_LOST = 10_000
/** Of those that Valkey could not be told. An environment serves ten calls a second. */
const MOST_MISSED = 20_000

/** Never twice the same, so that a version that was lost cannot come back. Begins with its moment. */
export const newVersion = (now = Date.now()): string =>
  `${now.toString(36)}.${randomBytes(6).toString('base64url')}`

/** When a version was given, in milliseconds by the clock of whoever gave it. */
const bornAt = (version: string): number => Number.parseInt(version, 36)

/** Whether what was read then, from an index that follows in so many seconds, has the write that gave the version. */
export const isSettled = (version: string | null, settles: number, readAt: number): boolean =>
  settles === 0 || !version || bornAt(version) < readAt - settles * 1_000

/** A full Valkey refuses what takes memory, but for scripts that say so. Then old values would stand. */
const RAISE_THOUGH_FULL = script(`#!lua flags=allow-oom
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`)

/** Stores a value under the version that its scope had before the value was read, if it has it still. */
const FILL = script(`
local version = redis.call('GET', KEYS[1])
if (version or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[4])
redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[5])
return 1`)

/**
 * The versions of scopes. To raise one forgets all that is stored of it. What Valkey cannot be told is told when it
 * is back, before this environment reads anything there; until some environment does, values stand to their end.
 */
export class Versions {
  readonly #valkey: Valkey
  readonly #onError: (error: Error) => void
  readonly #missed = new Map<string, string>()
  /** Raised of late, by the clock, in their order. */
  readonly #raised = new Map<string, number>()
  #wellSince = 0
  #telling: Promise<boolean> | null = null

  constructor(valkey: Valkey, onError: (error: Error) => void) {
    this.#valkey = valkey
    this.#onError = onError
  }

  /** Never fails: a write does not fail for the cache. */
  async raise(scopes: readonly Scope[]): Promise<void> {
    await Promise.all(
      scopes.map(async (scope) => {
        const key = versionKey(scope)
        try {
          await this.#raise(key)
          this.#missed.delete(key)
          this.#note(key)
        } catch (error) {
          this.#miss(key)
          if (error instanceof ReplyError) this.#onError(error)
        }
      }),
    )
  }

  /** Whether Valkey has been told all that this environment had to tell it. */
  async areTold(): Promise<boolean> {
    this.#missWhatMayBeLost()
    if (this.#missed.size === 0) return true
    this.#telling ??= this.#tell().finally(() => {
      this.#telling = null
    })
    return this.#telling
  }

  /**
   * Stores a value for some seconds. `version` is its scope's of before the value was read; null: it had none, and is
   * given one. A version that has changed meanwhile keeps the value out. Never fails.
   */
  async fill(
    { scope, key }: { readonly scope: Scope; readonly key: string },
    version: string | null,
    seal: (version: string) => Buffer,
    seconds: number,
  ): Promise<void> {
    const keys = [versionKey(scope), key] as const
    const own = version ?? newVersion()
    const values = [version ?? '', own, seal(own), VERSION_TTL, Math.ceil(seconds * 1_000)]
    try {
      await run(this.#valkey.primary, FILL, keys, ...values)
    } catch (error) {
      // Unwell is told by the connection.
      if (error instanceof ReplyError) this.#onError(error)
    }
  }

  async #raise(key: string): Promise<void> {
    const set = () => this.#valkey.primary.send(key, ['SET', key, newVersion(), 'PX', VERSION_TTL])
    try {
      await set()
    } catch (error) {
      if (error instanceof ReplyError && error.code === 'OOM')
        await run(this.#valkey.primary, RAISE_THOUGH_FULL, [key], newVersion(), VERSION_TTL)
      // A connection that was lost while nobody looked: the next is made at once.
      else await set()
    }
  }

  async #tell(): Promise<boolean> {
    const [first, ...others] = this.#missed.keys()
    if (first === undefined) return true
    try {
      await this.#tellOne(first)
      await Promise.all(others.map((key) => this.#tellOne(key)))
      return this.#missed.size === 0
    } catch {
      return false
    }
  }

  /** What was missed anew meanwhile is told anew. */
  async #tellOne(key: string): Promise<void> {
    const mark = this.#missed.get(key)
    await this.#raise(key)
    if (this.#missed.get(key) === mark) this.#missed.delete(key)
  }

  #note(key: string): void {
    const now = Date.now()
    this.#raised.delete(key)
    this.#raised.set(key, now)
    for (const [oldest, at] of this.#raised) {
      if (at > now - 2 * MAY_BE_LOST) break
      this.#raised.delete(oldest)
    }
  }

  #missWhatMayBeLost(): void {
    const { wellSince } = this.#valkey.primary
    if (wellSince === this.#wellSince) return
    this.#wellSince = wellSince
    for (const [key, at] of this.#raised)
      if (at <= wellSince && at > wellSince - MAY_BE_LOST) this.#miss(key)
  }

  #miss(key: string): void {
    this.#missed.delete(key)
    this.#missed.set(key, newVersion())
    const oldest = this.#missed.keys().next().value
    if (this.#missed.size > MOST_MISSED && oldest !== undefined) this.#missed.delete(oldest)
  }
}

export const versionOf = (reply: Reply | undefined): string | null =>
  Buffer.isBuffer(reply) ? reply.toString('latin1') : null
