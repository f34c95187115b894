import { ReplyError } from '#adapters/cache/client/resp'
import { run, script, type Valkey } from '#adapters/cache/client/valkey'

/** Counts a call of a person, and answers how long to wait before the next: 0 lets this one through. Milliseconds. */
export interface PersonRate {
  count(userId: string): Promise<number>
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
  /** Null is memory alone. */
  valkey: Valkey | null
  /** How many calls a person may make in five minutes. */
  limit: number
  /** Told of what Valkey refuses. */
  onError?: (error: Error) => void
  now?: () => number
}): PersonRate => {
  const { valkey, limit, onError = () => undefined, now = Date.now } = options
  const step = WINDOW / limit
  const near = countInMemory(step, now)
  return {
    count: async (userId) => {
      if (!valkey) return near(userId)
      try {
        const key = `lectern:{${userId}}:rate`
        return Number(await run(valkey.primary, IN_ONE_STEP, [key], step, BURST_WINDOW))
      } catch (error) {
        // Of an illness the connection tells.
        if (error instanceof ReplyError) onError(error)
        return near(userId)
      }
    },
  }
}

const IN_ONE_STEP = script(`
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local step, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local full = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now) + step
if full - now > burst then return math.ceil(full - now - burst) end
redis.call('SET', KEYS[1], string.format('%.3f', full), 'PX', math.ceil(full - now))
return 0`)

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
