const MOST = 20_000
const AGE_MS = 3_600_000

/** What an execution environment knows, of the last used; for an hour, so that what was erased elsewhere is forgotten here too. */
export function createKept<Value>(now: () => number = Date.now) {
  const kept = new Map<string, { readonly value: Value; readonly since: number }>()
  return {
    get(key: string): Value | undefined {
      const found = kept.get(key)
      if (!found) return undefined
      kept.delete(key)
      if (now() - found.since > AGE_MS) return undefined
      kept.set(key, found)
      return found.value
    },
    set(key: string, value: Value): void {
      kept.set(key, { value, since: now() })
      const [oldest] = kept.keys()
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
    },
  }
}
