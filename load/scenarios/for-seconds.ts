import type { ArtilleryStep } from './step.ts'

/** How long a step takes, with answers that come at once. */
export const secondsOf = (step: ArtilleryStep): number => {
  if ('think' in step) return step.think
  return 'loop' in step ? step.count * sum(step.loop) : 0
}

/** What is left below it comes of adding fractions. */
const SHORTEST_SECONDS = 0.001

/** The steps again and again until so many seconds are over; the last is cut short. */
export function forSeconds(steps: readonly ArtilleryStep[], seconds: number): ArtilleryStep[] {
  const once = sum(steps)
  if (once <= 0) throw new Error('Steps that take no time would never come to an end.')
  const taken: ArtilleryStep[] = []
  let left = seconds
  for (let at = 0; left >= SHORTEST_SECONDS; at = (at + 1) % steps.length) {
    const step = steps[at]
    if (!step) break
    const takes = secondsOf(step)
    taken.push(...(takes <= left ? [step] : cutTo(step, left)))
    left -= takes
  }
  return taken
}

/** Of a loop as many rounds as there is time for, and a part of one more. */
function cutTo(step: ArtilleryStep, seconds: number): ArtilleryStep[] {
  if ('think' in step) return [{ think: seconds }]
  if (!('loop' in step)) return [step]
  const each = sum(step.loop)
  const count = Math.floor(seconds / each)
  const rest = seconds - count * each
  return [
    ...(count > 0 ? [{ ...step, count }] : []),
    ...(rest >= SHORTEST_SECONDS ? forSeconds(step.loop, rest) : []),
  ]
}

const sum = (steps: readonly ArtilleryStep[]): number =>
  steps.reduce((total, step) => total + secondsOf(step), 0)
