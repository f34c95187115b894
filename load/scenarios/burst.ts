import type { Burst } from '#load/model/bursts'
import { entriesOf } from '#load/model/session'
import { callOf, fetchOf } from './calls.ts'
import { forSeconds } from './for-seconds.ts'
import type { ArtilleryScenario, ArtilleryStep } from './step.ts'
import { openVideo, watch } from './watch.ts'

/** Whoever comes with a burst: the page, its calls and the course at once; then what they stay for. */
export function scenarioOfBurst(
  burst: Burst,
  { heartbeatSeconds, minutes }: { heartbeatSeconds: number; minutes: number },
): ArtilleryScenario {
  const calls = entriesOf(burst.calls).flatMap(([id, count]) =>
    Array.from({ length: Math.round(count) }, () => callOf(id)).flat(),
  )
  const perMinute = burst.after.callsPerMinute.recordProgress ?? 0
  const stays: readonly ArtilleryStep[] =
    burst.after.plays > 0
      ? watch(heartbeatSeconds, heartbeatSeconds)
      : [{ think: Math.round(60 / perMinute) }, ...callOf('recordProgress')]
  return {
    name: burst.name,
    weight: 1,
    flow: [
      { function: 'becomeLearner' },
      fetchOf('page', '/', ['measurePage']),
      // A place can be told of a lesson alone.
      ...calls.filter((step) => !('put' in step && step.put?.name === 'recordProgress')),
      fetchOf('outline', '{{ outlineUrl }}', ['keepOutline']),
      ...(burst.after.plays > 0 ? openVideo : [{ function: 'nextLesson' }]),
      ...callOf('recordProgress'),
      ...forSeconds(stays, minutes * 60),
    ],
  }
}
