import { say } from '#contract/say'
import { DomainError } from '#core/platform/errors'

/** Of those who write one thing at the same moment one gets on each time. */
const TRIES = 40

/** Tries a write on what is stored until nobody was faster; `attempt` answers null when somebody was. */
export async function retryWhileOvertaken<T>(attempt: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const done = await attempt()
    if (done !== null) return done
  }
  throw new DomainError('conflict', say('outline_contended'))
}
