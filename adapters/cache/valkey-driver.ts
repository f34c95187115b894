import { BaseDriver } from 'bentocache/drivers/base_driver'
import type { CreateDriverResult, L2CacheDriver } from 'bentocache/types'
import { Redis } from 'iovalkey'

/** A Valkey that does not answer in this time is slower than the table behind it. Milliseconds. */
const COMMAND_TIMEOUT = 200
/** A connection on which nothing comes back for so long is dead, and nobody told us: a primary that hangs. */
const SOCKET_TIMEOUT = 1_000
/** Nobody waits for a connection: until there is one, reads go to the table. */
const CONNECT_TIMEOUT = 5_000
const KEEP_ALIVE = 30_000

/**
 * After a failover the endpoint's name leads to the new primary, while the old one may live on as a replica:
 * it answers reads and refuses writes, and only a new connection asks for the name again.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html
 */
const isDemoted = (error: Error) => /^(READONLY|MASTERDOWN)\b/.test(error.message)

/** At random, so that a failover does not bring all environments back at one moment. Milliseconds. */
const reconnectAfter = (attempt: number) => Math.random() * Math.min(2_000, 250 * 2 ** attempt)

export const valkeyDriver = (
  url: string,
  onError: (error: Error) => void,
): CreateDriverResult<ValkeyDriver> => {
  const client = new Redis(url, {
    enableOfflineQueue: false,
    // What a lost connection left unanswered fails at once; sent again later, it could bring back old answers.
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_TIMEOUT,
    socketTimeout: SOCKET_TIMEOUT,
    connectTimeout: CONNECT_TIMEOUT,
    keepAlive: KEEP_ALIVE,
    reconnectOnError: isDemoted,
    retryStrategy: reconnectAfter,
  })
  client.on('error', onError)
  return { options: {}, factory: (config) => new ValkeyDriver(config, client) }
}

/** BentoCache's own Redis driver asks for ioredis; this one speaks through Valkey's client. */
class ValkeyDriver extends BaseDriver implements L2CacheDriver {
  readonly type = 'l2'
  readonly #client: Redis

  constructor(config: { prefix?: string }, client: Redis) {
    super(config)
    this.#client = client
  }

  namespace(namespace: string): ValkeyDriver {
    return new ValkeyDriver(
      { ...this.config, prefix: this.createNamespacePrefix(namespace) },
      this.#client,
    )
  }

  async get(key: string): Promise<string | undefined> {
    return (await this.#client.get(this.getItemKey(key))) ?? undefined
  }

  async pull(key: string): Promise<string | undefined> {
    return (await this.#client.getdel(this.getItemKey(key))) ?? undefined
  }

  async set(key: string, value: string, ttl?: number): Promise<boolean> {
    const item = this.getItemKey(key)
    const answer = ttl
      ? await this.#client.set(item, value, 'PX', ttl)
      : await this.#client.set(item, value)
    return answer === 'OK'
  }

  async delete(key: string): Promise<boolean> {
    return (await this.#client.del(this.getItemKey(key))) > 0
  }

  async deleteMany(keys: string[]): Promise<boolean> {
    if (keys.length > 0) await this.#client.del(keys.map((key) => this.getItemKey(key)))
    return true
  }

  /** Keys end by themselves and are invalidated by tag; nothing sweeps a shared server. */
  async clear(): Promise<void> {
    throw new Error('The shared cache is not cleared; delete by tag instead.')
  }

  async disconnect(): Promise<void> {
    this.#client.disconnect()
  }
}
