/** Where an answer came from: the environment's memory, Valkey, the table, or what is old while the table is unwell. */
export type Level = 'memory' | 'valkey' | 'table' | 'stale'

/** What becomes of the cache, for logs and measurements. */
export interface CacheWatch {
  /**
   * `refused`: Valkey said no to a command. `poisoned`: a stored value is none of ours, and is read anew.
   * `stale`: the table did not answer, and an old answer was given.
   */
  onEvent(event: 'cache.refused' | 'cache.poisoned' | 'cache.stale', error: Error): void
  onRead?(query: string, level: Level): void
}
