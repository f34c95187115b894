import { useEffect, useState } from 'react'

/** Whoever types faster asks once. */
const PAUSE_MS = 250

/** What is typed, and what is looked for: the same once typing pauses. It stands in the address, which may change by itself. */
export function useSearched(shown: string, look: (q: string) => void) {
  const [typed, type] = useState(shown)
  const [known, setKnown] = useState(shown)
  if (known !== shown) {
    setKnown(shown)
    if (shown !== typed.trim()) type(shown)
  }
  const wanted = typed.trim()
  useEffect(() => {
    if (wanted === shown) return
    const timer = setTimeout(() => look(wanted), PAUSE_MS)
    return () => clearTimeout(timer)
  })
  return { typed, type, q: shown }
}
