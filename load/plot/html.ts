import { style } from './style.ts'

/** One HTML page that needs nothing else and asks nobody for anything: to be mailed and kept. */
export const documentOf = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${style}</style></head>
<body><main>
<h1>${escaped(title)}</h1>
${body}
</main></body></html>
`

/** Figures, each with what it is of. */
export const factsOf = (facts: readonly (readonly [figure: string, what: string])[]): string =>
  `<ul class="facts">${facts.map(([figure, what]) => `<li><b>${escaped(figure)}</b><span>${escaped(what)}</span></li>`).join('')}</ul>`

export interface Verdict {
  readonly promise: string
  readonly seen: string
  /** Null: nothing was measured of it. */
  readonly isKept: boolean | null
}

/** Promises, and whether each was kept. */
export const verdictsOf = (verdicts: readonly Verdict[]): string =>
  `<ul class="facts">${verdicts
    .map(
      ({ promise, seen, isKept }) =>
        `<li class="${isKept ? 'kept' : isKept === null ? '' : 'broken'}"><b>${isKept ? 'Kept' : isKept === null ? 'Not measured' : 'Not kept'}</b><span>${escaped(`${promise}: ${seen}`)}</span></li>`,
    )
    .join('')}</ul>`

export const plotsOf = (plots: readonly string[]): string =>
  `<div class="plots">\n${plots.join('\n')}\n</div>`

export interface TableProps {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Columns of figures, by their places. */
  readonly figures: readonly number[]
  readonly notes: readonly string[]
}

/** A table with its title before it and its notes below, which scrolls by itself where it is too wide. */
export function tableOf({ title, head, rows, figures, notes }: TableProps): string {
  const kind = (column: number) => (figures.includes(column) ? ' class="figure"' : '')
  const names = head.map((cell, column) => `<th scope="col"${kind(column)}>${escaped(cell)}</th>`)
  const lines = rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === 0
        ? `<th scope="row"${kind(column)}>${escaped(cell)}</th>`
        : `<td${kind(column)}>${escaped(cell)}</td>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  const table =
    rows.length > 0
      ? `<div class="table" tabindex="0" role="region" aria-label="${escaped(title)}"><table><thead><tr>${names.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`
      : ''
  const list = notes.map((note) => `<li>${escaped(note)}</li>`).join('')
  return `<section><h2>${escaped(title)}</h2>${table}${list ? `<ul class="notes">${list}</ul>` : ''}</section>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter)
