const ANY_ID = /\b(?:crs|mod|les|ast|fil)_[0-9A-HJKMNP-TV-Z]{26}\b/g

/** The ids that stand anywhere in the texts and fields of a value, each once. */
export const idsIn = (value: unknown): ReadonlySet<string> =>
  new Set(JSON.stringify(value).match(ANY_ID) ?? [])

/** The same with every id in its texts and fields that has another in the copy, wherever it stands. */
export function repointed<T>(value: T, names: ReadonlyMap<string, string>): T {
  const text = JSON.stringify(value)
  return JSON.parse(text.replace(ANY_ID, (id) => names.get(id) ?? id))
}
