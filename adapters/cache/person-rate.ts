import { openValkey } from './open-valkey.ts'

/** Counts a call of a person, and answers how long to wait before the next: 0 lets this one through. Milliseconds. */
export interface PersonRate {
  count(userId: string): Promise<number>
  close(): void
}

const WINDOW = 300_000
/** What somebody may ask at once: opening a page, or choosing many files. */
const BURST_WINDOW = 60_000

/**
 * A bucket for each person that fills evenly and holds a minute's worth (GCRA: what is kept is the moment at
 * which it would be full again). All environments count in Valkey, by its clock, in one step; without it, or
 * while it is away, each counts by itself, so that nobody is refused for it.
 */
export const createPersonRate = (options: {
  /** Empty is memory alone. */
  url: string
  /** How many calls a person may make in five minutes. */
  limit: number
  onError?: (error: Error) => void
  now?: () => number
}): PersonRate => {
  const { url, limit, onError = () => undefined, now = Date.now } = options
  const step = WINDOW / limit
  const client = url ? openValkey(url, onError) : null
  const near = countInMemory(step, now)
  return {
    count: async (userId) => {
      if (!client) return near(userId)
      try {
        const key = `lectern:rate:${userId}`
        return Number(await client.eval(IN_ONE_STEP, 1, key, step, BURST_WINDOW))
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)))
        return near(userId)
      }
    },
    close: () => client?.disconnect(),
  }
}

const IN_ONE_STEP = `
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local step, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local full = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now) + step
if full - now > burst then return math.ceil(full - now - burst) end
redis.call('SET', KEYS[1], string.format('%.3f', full), 'PX', math.ceil(full - now))
return 0`

/** The least lately seen person leaves first: an environment serves ten calls a second at most. */
const MOST_PEOPLE = 10_000

function countInMemory(step: number, now: () => number) {
  const fullAt = new Map<string, number>()
  return (userId: string): number => {
    const full = Math.max(fullAt.get(userId) ?? 0, now()) + step
    const wait = full - now() - BURST_WINDOW
    if (wait > 0) return Math.ceil(wait)
    fullAt.delete(userId)
    fullAt.set(userId, full)
    const oldest = fullAt.keys().next().value
    if (fullAt.size > MOST_PEOPLE && oldest !== undefined) fullAt.delete(oldest)
    return 0
  }
}
