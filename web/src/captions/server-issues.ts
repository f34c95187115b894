/** An issue that the server found, and the line of the file that it speaks of, if any. */
export interface LineIssue {
  readonly line: number | null
  readonly message: string
}

/** The line that an issue names, in its path (`text.12`, `line 12`) or its sentence (“Line 12: …”). */
export const lineIssues = (
  issues: readonly { readonly path: string; readonly message: string }[],
): LineIssue[] =>
  issues.map(({ path, message }) => {
    const found = /\bline\s*:?\s*(\d+)/i.exec(message) ?? /(\d+)/.exec(path)
    return { line: found ? Number(found[1]) : null, message }
  })

/** The cue on whose lines an issue lies: the last whose times stand on or before it. */
export function cueAtLine(lines: ReadonlyMap<number, number>, line: number): number | null {
  let found: number | null = null
  for (const [id, first] of lines) if (first <= line) found = id
  return found
}
