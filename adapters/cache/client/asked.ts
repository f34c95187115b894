import type { Reply } from './resp.ts'

/** There is no answer, and whether the command was carried out nobody knows. */
export class Unwell extends Error {
  override readonly name = 'Unwell'
  constructor(why: 'away' | 'late' | 'lost' | 'closed', options?: ErrorOptions) {
    super(`valkey.${why}`, options)
  }
}

/** A command on its way; what comes after it is over, nobody hears. */
export interface Asked {
  resolve(reply: Reply): void
  reject(error: Error): void
  timer?: NodeJS.Timeout
  isOver: boolean
}

export function settle(asked: Asked, by: Reply | Error): void {
  if (asked.isOver) return
  asked.isOver = true
  clearTimeout(asked.timer)
  if (by instanceof Error) asked.reject(by)
  else asked.resolve(by)
}
