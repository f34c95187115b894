import { setTimeout as sleep } from 'node:timers/promises'
import type { Speaker, Valkey } from '#adapters/cache/client/valkey'
import { DomainError } from '#core/platform/errors'
import { Memory } from './memory.ts'
import { close, type Found, open, type Place, placeOf } from './place.ts'
import type { Query } from './query.ts'
import { isSettled, type Versions, versionKey, versionOf } from './versions.ts'
import type { CacheWatch } from './watch.ts'

/** Whoever fills a key is waited for in these steps; after them everybody reads for themselves. Milliseconds. */
const WAITS = [10, 20, 40, 60, 120]
/** Whoever dies while filling a key holds others up no longer than they wait anyway. */
const LOCK = 1_000
/** While the table is unwell, an old answer stands so long before the table is asked again. */
const ASK_AGAIN = 1_000
/** After a write of this environment, replicas are not asked for what it forgot. */
const REPLICAS_MAY_LAG = 5_000

/** What Valkey says of a place. */
interface Known<T> {
  readonly version: string | null
  readonly found: Found<T> | null
  /** Somebody fills it. */
  readonly isLocked: boolean
}

type Enough<T> = (value: T) => boolean

export interface SharedQueryDeps {
  readonly valkey: Valkey | null
  readonly versions: Versions | null
  readonly watch: CacheWatch
}

/** Answers that are everybody's, in two levels: this environment's memory, then Valkey. */
export class SharedQuery<T> {
  readonly #query: Query<T>
  readonly #deps: SharedQueryDeps
  readonly #memory = new Memory<Found<T>>()
  /** Answers on their way, by key; whose they are says what forgets them. */
  readonly #flights = new Map<string, { readonly of: string; readonly found: Promise<Found<T>> }>()
  readonly #forgotten = new Map<string, number>()
  #timesForgotten = 0

  constructor(query: Query<T>, deps: SharedQueryDeps) {
    this.#query = query
    this.#deps = deps
  }

  /**
   * A remembered answer that is not `enough` is read anew. Of one that is missing, one reader of this environment
   * asks, and one environment at a time loads it, as long as that takes no longer than a quarter of a second.
   */
  async read(
    of: string,
    name: string,
    load: () => Promise<T | null>,
    enough: Enough<T> = () => true,
  ): Promise<T | null> {
    const place = placeOf(this.#query, { of, part: '' }, name)
    const near = this.#memory.get(place.key)
    if (near && isGood(near, enough)) {
      this.#deps.watch.onRead?.(this.#query.name, 'memory')
      return near.value
    }
    for (let joined = 0; joined < 2; joined += 1) {
      const flight = this.#flights.get(place.key)
      if (!flight) break
      const { value } = await flight.found
      if (value !== null && !enough(value)) continue
      this.#deps.watch.onRead?.(this.#query.name, 'memory')
      return value
    }
    return (await this.#fly(place, load, enough)).value
  }

  /** Of many at once: one round trip to Valkey, and one `load` of all that is missing. */
  async readMany(
    of: readonly string[],
    load: (missing: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  ): Promise<Map<string, T>> {
    const places = [...new Set(of)].map((one) => placeOf(this.#query, { of: one, part: '' }, ''))
    const answers = new Map<string, T>()
    const before = this.#timesForgotten
    // What was read before something was forgotten may be just that.
    const remember = (place: Place<T>, found: Found<T>) => {
      if (this.#timesForgotten === before) this.#remember(place, found)
    }
    const answer = (
      place: Place<T>,
      found: Found<T> | null | undefined,
      from: 'memory' | 'valkey',
    ) => {
      if (!found || !isGood(found, () => true)) return false
      this.#deps.watch.onRead?.(this.#query.name, from)
      if (from === 'valkey') remember(place, found)
      if (found.value !== null) answers.set(place.scope.of, found.value)
      return true
    }
    const far = places.filter((place) => !answer(place, this.#memory.get(place.key), 'memory'))
    const asked = await Promise.all(
      far.map(async (place) => ({ place, known: await this.#ask(place, this.#reader(place)) })),
    )
    const missing = asked.filter(({ place, known }) => !answer(place, known?.found, 'valkey'))
    if (missing.length === 0) return answers
    const storedAt = Date.now()
    const loaded = await load(missing.map(({ place }) => place.scope.of))
    await Promise.all(
      missing.map(async ({ place, known }) => {
        const value = loaded.get(place.scope.of) ?? null
        this.#deps.watch.onRead?.(this.#query.name, 'table')
        if (value !== null) answers.set(place.scope.of, value)
        remember(place, await this.#keep(place, known, value, storedAt))
      }),
    )
    return answers
  }

  /** In this environment alone. */
  forget(of: string): void {
    this.#timesForgotten += 1
    this.#memory.forget(of)
    this.#forgotten.set(of, Date.now() + REPLICAS_MAY_LAG)
    for (const [key, flight] of this.#flights) if (flight.of === of) this.#flights.delete(key)
  }

  async #fly(place: Place<T>, load: () => Promise<T | null>, enough: Enough<T>): Promise<Found<T>> {
    const flight = { of: place.scope.of, found: this.#find(place, load, enough) }
    this.#flights.set(place.key, flight)
    try {
      const found = await flight.found
      // What was forgotten meanwhile may be older than what made it so.
      if (this.#flights.get(place.key) === flight) this.#remember(place, found)
      return found
    } finally {
      if (this.#flights.get(place.key) === flight) this.#flights.delete(place.key)
    }
  }

  async #find(
    place: Place<T>,
    load: () => Promise<T | null>,
    enough: Enough<T>,
  ): Promise<Found<T>> {
    const { watch, valkey } = this.#deps
    const { name, grace } = this.#query
    const far = await this.#ask(place, this.#reader(place))
    if (far?.found && isGood(far.found, enough)) {
      watch.onRead?.(name, 'valkey')
      return far.found
    }
    const lock = far && valkey ? await this.#lock(place, valkey.primary) : null
    let known = lock?.known ?? null
    for (const wait of WAITS) {
      if (known?.found && isGood(known.found, enough)) {
        watch.onRead?.(name, 'valkey')
        return known.found
      }
      if (!known || lock?.isOurs || !known.isLocked) break
      await sleep(wait)
      known = await this.#ask(place, valkey?.primary)
    }
    try {
      const storedAt = Date.now()
      const value = await load()
      watch.onRead?.(name, 'table')
      return await this.#keep(place, known, value, storedAt)
    } catch (error) {
      const oldest = Date.now() - (this.#query.valkey + grace) * 1_000
      const isOld = (found: Found<T> | null | undefined) =>
        !!found && found.storedAt > oldest && (found.value === null || enough(found.value))
      const old = [known?.found, far?.found, this.#memory.get(place.key)].find(isOld)
      if (error instanceof DomainError || !old) throw error
      watch.onEvent('cache.stale', error instanceof Error ? error : new Error(String(error)))
      watch.onRead?.(name, 'stale')
      return { ...old, freshUntil: Date.now() + ASK_AGAIN }
    } finally {
      if (lock?.isOurs) void valkey?.primary.send(place.key, ['DEL', lock.key]).catch(() => null)
    }
  }

  /** Version and value by one command, since both lie in one slot; null when Valkey is no help. */
  async #ask(place: Place<T>, speaker: Speaker | undefined): Promise<Known<T> | null> {
    const { versions, watch } = this.#deps
    if (!speaker || !(await versions?.areTold())) return null
    const { scope, key } = place
    const keys = [versionKey(scope), key, lockOf(place)]
    const reply = await speaker.send(key, ['MGET', ...keys]).catch(() => null)
    if (!Array.isArray(reply)) return null
    const version = versionOf(reply[0])
    return { version, found: open(place, version, reply[1], watch), isLocked: reply[2] !== null }
  }

  /** Whether nobody else fills it, and what is there by now. */
  async #lock(place: Place<T>, primary: Speaker) {
    const key = lockOf(place)
    const [taken, known] = await Promise.all([
      primary.send(key, ['SET', key, '1', 'NX', 'PX', LOCK]).catch(() => null),
      this.#ask(place, primary),
    ])
    return { key, known, isOurs: taken === 'OK' }
  }

  #reader({ scope: { of } }: Place<T>): Speaker | undefined {
    const until = this.#forgotten.get(of)
    if (until === undefined) return this.#deps.valkey?.reader
    if (until < Date.now()) this.#forgotten.delete(of)
    return this.#deps.valkey?.primary
  }

  async #keep(
    place: Place<T>,
    known: Known<T> | null,
    value: T | null,
    storedAt: number,
  ): Promise<Found<T>> {
    const { found, ttl, seal } = close(place, value, storedAt)
    if (ttl > 0 && known && isSettled(known.version, this.#query.settles, storedAt))
      await this.#deps.versions?.fill(place, known.version, seal, ttl + this.#query.grace)
    return found
  }

  #remember(place: Place<T>, found: Found<T>): void {
    const { memory, negative } = this.#query
    if (found.value === null && negative === 0) return
    const freshUntil = Math.min(found.freshUntil, Date.now() + memory * 1_000)
    this.#memory.set(place.key, place.scope.of, { ...found, freshUntil })
  }
}

const lockOf = <T>({ scope: { of }, key }: Place<T>) => `lectern:{${of}}:lock:${key}`

const isGood = <T>(found: Found<T>, enough: Enough<T>): boolean =>
  found.freshUntil > Date.now() && (found.value === null || enough(found.value))
