import { promised } from '#load/simulation/promises'
import type { Run } from '#load/simulation/run'
import type { Edge } from '#load/simulation/sweep'
import { number, resultRows, sentencesOf, verdictsOf } from './table.ts'

/** A run as a terminal shows it. */
export function textOf(run: Run): string {
  const { head, rows } = resultRows(run)
  const verdicts = verdictsOf(run).map(
    ({ promise, seen, isKept }) => `${isKept ? 'kept  ' : 'BROKEN'}  ${promise}: ${seen}`,
  )
  return [sentencesOf(run).join('\n'), linesOf([head, ...rows]), verdicts.join('\n')].join('\n\n')
}

/** From how many users on each promise is broken. */
export const textOfSweep = (edges: readonly Edge[]): string =>
  linesOf([
    ['', 'kept with', 'broken with'],
    ...edges.map(({ name, kept, broken }) => [
      promised[name],
      number(kept),
      Number.isFinite(broken) ? number(broken) : 'none tried',
    ]),
  ])

function linesOf(rows: readonly (readonly string[])[]): string {
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const lines = rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widthOf(at)) : cell.padStart(widthOf(at))))
      .join('  ')
      .trimEnd(),
  )
  return lines.join('\n')
}
