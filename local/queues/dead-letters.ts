import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

export interface DeadLetters {
  /** Keeps what no attempt could deliver, with its reason, and says so once in the log. */
  add(letter: { target: string; event: unknown; error: unknown }): void
}

/** Every dead-letter queue of the deployment, as one file of JSON lines. */
export function openDeadLetters(file: string, log: (line: string) => void): DeadLetters {
  mkdirSync(dirname(file), { recursive: true })
  return {
    add({ target, event, error }) {
      const reason = error instanceof Error ? error.message : String(error)
      appendFileSync(
        file,
        `${JSON.stringify({ at: new Date().toISOString(), target, reason, event })}\n`,
      )
      log(`${target} could not be given an event (${reason}); it is kept in ${file}`)
    },
  }
}
