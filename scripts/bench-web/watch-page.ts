declare global {
  interface Window {
    seen: PageSeen
  }
}

/** What `watchPage` saw; milliseconds. */
export interface PageSeen {
  /** When the largest of what the page shows was painted, and what that is. */
  paintMs: number
  painted: string
  /** The largest sum of shifts within a session of at most 5 s, as https://web.dev/articles/cls has it. */
  shift: number
  shifts: { at: number; value: number; what: string }[]
  /** Each interaction by its longest event: from the input to the next frame. */
  interactions: Record<string, { ms: number; what: string }>
}

/** Runs in the page before anything else does, and knows nothing of it. */
export function watchPage(): void {
  const seen: PageSeen = { paintMs: 0, painted: '', shift: 0, shifts: [], interactions: {} }
  window.seen = seen
  const nameOf = (node: Node | null | undefined) =>
    node instanceof Element
      ? `${node.localName} ${(node.textContent ?? '').trim().slice(0, 40)}`.trim()
      : ''
  const observe = (type: string, see: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({
      type,
      buffered: true,
      ...(type === 'event' && { durationThreshold: 16 }),
    })
  observe('largest-contentful-paint', (entry) => {
    seen.paintMs = entry.startTime
    seen.painted = 'element' in entry && entry.element instanceof Node ? nameOf(entry.element) : ''
  })
  let session = { from: 0, last: 0, sum: 0 }
  observe('layout-shift', (entry) => {
    if (!('value' in entry) || typeof entry.value !== 'number') return
    if ('hadRecentInput' in entry && entry.hadRecentInput) return
    const { startTime: at } = entry
    if (at - session.last > 1000 || at - session.from > 5000)
      session = { from: at, last: at, sum: 0 }
    session = { ...session, last: at, sum: session.sum + entry.value }
    seen.shift = Math.max(seen.shift, session.sum)
    const sources = 'sources' in entry && Array.isArray(entry.sources) ? entry.sources : []
    seen.shifts.push({
      at,
      value: entry.value,
      what: sources.map(({ node }) => nameOf(node)).join(', '),
    })
  })
  observe('event', (entry) => {
    if (!('interactionId' in entry) || !entry.interactionId) return
    const id = String(entry.interactionId)
    const before = seen.interactions[id]
    if (before && before.ms >= entry.duration) return
    const target = 'target' in entry && entry.target instanceof Node ? entry.target : null
    seen.interactions[id] = { ms: entry.duration, what: `${entry.name} ${nameOf(target)}` }
  })
}
