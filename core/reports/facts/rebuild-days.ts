import type { Day } from '#contract/reports/report'
import { dayOf } from './days.ts'
import { countActive, type FactDeps, workOutDay } from './work-out-day.ts'

/** Days at once: each asks seven statements, and an account may have 20 of them run. */
const AT_ONCE = 2

/**
 * Works out days anew from what was recorded of them, as the reporter does when one has news. Cut off in between, or done
 * again, it comes to the same. Rejects with the first day that failed, when those that had begun have ended.
 */
export async function rebuildDays(
  deps: FactDeps,
  days: readonly Day[],
  tell: (day: Day) => void,
): Promise<void> {
  const today = dayOf(deps.clock.now())
  const waiting = [...days]
  const failures: unknown[] = []
  const worker = async () => {
    for (let day = waiting.shift(); day && failures.length === 0; day = waiting.shift())
      try {
        await workOutDay(deps, day)
        if (day < today) await countActive(deps, day)
        tell(day)
      } catch (error) {
        failures.push(new Error(`${day} could not be worked out`, { cause: error }))
      }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  if (failures.length > 0) throw failures[0]
}
