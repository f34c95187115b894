import { BaseDriver } from 'bentocache/drivers/base_driver'
import type { CreateDriverResult, L2CacheDriver } from 'bentocache/types'
import type { Redis } from 'iovalkey'
import { openValkey } from './open-valkey.ts'

export const valkeyDriver = (
  url: string,
  onError: (error: Error) => void,
): CreateDriverResult<ValkeyDriver> => {
  const client = openValkey(url, onError)
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
