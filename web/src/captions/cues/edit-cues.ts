import { type Cue, newCue } from './captions-text.ts'

export type Cues = readonly Cue[]

/** How long a new caption stays, where there is room. */
const NEW_MS = 2500
const LEAST_MS = 200

/** The cues in the order of their beginning; what begins together keeps its order. */
const inOrder = (cues: Cues): Cues => [...cues].sort((a, b) => a.startMs - b.startMs)

export const changeCue = (
  cues: Cues,
  id: number,
  change: Partial<Pick<Cue, 'startMs' | 'endMs' | 'text'>>,
): Cues => {
  const changed = cues.map((cue) => (cue.id === id ? { ...cue, ...change } : cue))
  return change.startMs === undefined ? changed : inOrder(changed)
}

/** Moves a cue's begin or end by a step; it never turns around nor begins before 0. */
export function nudgeCue(cues: Cues, id: number, edge: 'startMs' | 'endMs', byMs: number): Cues {
  const cue = cues.find((one) => one.id === id)
  if (!cue) return cues
  const moved = Math.max(0, cue[edge] + byMs)
  const bounded =
    edge === 'startMs'
      ? Math.min(moved, cue.endMs - LEAST_MS)
      : Math.max(moved, cue.startMs + LEAST_MS)
  return changeCue(cues, id, { [edge]: Math.max(0, bounded) })
}

/** A new, empty cue at a moment, as long as fits before the next. */
export function addCue(cues: Cues, atMs: number): { cues: Cues; added: Cue } {
  const next = cues.find(({ startMs }) => startMs > atMs)
  const room = next ? next.startMs - atMs : NEW_MS
  const added = newCue({
    startMs: atMs,
    endMs: atMs + Math.max(LEAST_MS, Math.min(NEW_MS, room)),
    text: '',
  })
  return { cues: inOrder([...cues, added]), added }
}

/** Right after another, where the next one's words would begin. */
export function addAfter(cues: Cues, id: number): { cues: Cues; added: Cue } {
  const before = cues.find((cue) => cue.id === id)
  return addCue(cues, before?.endMs ?? cues.at(-1)?.endMs ?? 0)
}

/**
 * Two of one: the words part at `offset`, the time at `atMs` where that lies inside, otherwise in the
 * share of the words.
 */
export function splitCue(
  cues: Cues,
  id: number,
  offset: number,
  atMs: number | null,
): { cues: Cues; added: Cue } | null {
  const cue = cues.find((one) => one.id === id)
  if (!cue || cue.endMs - cue.startMs < 2 * LEAST_MS) return null
  const words = offset > 0 && offset < cue.text.length ? offset : middleOf(cue.text)
  const share = cue.text.length === 0 ? 0.5 : words / cue.text.length
  const inside =
    atMs !== null && atMs > cue.startMs + LEAST_MS && atMs < cue.endMs - LEAST_MS
      ? atMs
      : Math.round(cue.startMs + share * (cue.endMs - cue.startMs))
  const middle = Math.min(cue.endMs - LEAST_MS, Math.max(cue.startMs + LEAST_MS, inside))
  const first = { ...cue, endMs: middle, text: cue.text.slice(0, words).trim() }
  const added = newCue({
    startMs: middle,
    endMs: cue.endMs,
    text: cue.text.slice(words).trim(),
    settings: cue.settings,
  })
  return {
    cues: inOrder(cues.flatMap((one) => (one.id === id ? [first, added] : [one]))),
    added,
  }
}

/** The nearest gap between words to the middle. */
function middleOf(text: string): number {
  const gaps = [...text.matchAll(/\s+/g)].map(({ index }) => index)
  const middle = text.length / 2
  return gaps.reduce(
    (best, gap) => (Math.abs(gap - middle) < Math.abs(best - middle) ? gap : best),
    gaps[0] ?? Math.floor(middle),
  )
}

/** One of a cue and its next. */
export function mergeWithNext(cues: Cues, id: number): Cues {
  const at = cues.findIndex((cue) => cue.id === id)
  const [first, second] = [cues[at], cues[at + 1]]
  if (!first || !second) return cues
  const merged = {
    ...first,
    endMs: Math.max(first.endMs, second.endMs),
    text: [first.text, second.text].filter(Boolean).join('\n'),
  }
  return cues.flatMap((cue) => (cue === first ? [merged] : cue === second ? [] : [cue]))
}

export const removeCue = (cues: Cues, id: number): Cues => cues.filter((cue) => cue.id !== id)
