const PARAMETER = /\{(\w+)\}/g

/** The names of a path’s parameters, in their order. */
export const parametersOf = (path: string): string[] =>
  [...path.matchAll(PARAMETER)].map(([, name]) => String(name))

/** `/courses/{course}` with its values, percent-encoded, and the query that is defined. */
export function fillPath(
  path: string,
  params: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>> = {},
): string {
  const filled = path.replace(PARAMETER, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`${path} needs ${name}`)
    return encodeURIComponent(String(value))
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) search.set(name, String(value))
  const text = search.toString()
  return text ? `${filled}?${text}` : filled
}
