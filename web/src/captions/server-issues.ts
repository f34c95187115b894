import type { ApiError } from '#web/api/api-error.ts'

/** An issue that the server found, and the line of the file that it speaks of, if any. */
export interface LineIssue {
  readonly line: number | null
  readonly message: string
}

export const lineIssues = (issues: ApiError['issues']): LineIssue[] =>
  issues.map(({ line = null, message }) => ({ line, message }))

/** The cue on whose lines an issue lies: the last whose times stand on or before it. */
export function cueAtLine(lines: ReadonlyMap<number, number>, line: number): number | null {
  let found: number | null = null
  for (const [id, first] of lines) if (first <= line) found = id
  return found
}
