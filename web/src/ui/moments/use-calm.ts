import { useEffect, useState } from 'react'

/** So long a page has the network and the processor for itself. */
const FIRST_MS = 3000

/** False while a page is likely still coming, then true: for what nobody waits for. */
export function useCalm(): boolean {
  const [calm, setCalm] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setCalm(true), FIRST_MS)
    return () => clearTimeout(timer)
  }, [])
  return calm
}
