import type { people } from '#load/model/people/index'
import type { PersonKind, Step } from '#load/model/people/person'
import { entriesOf } from '#load/model/session'
import { Rng } from '#load/simulation/engine/rng'
import { callOf, fetchOf } from './calls.ts'
import { forSeconds } from './for-seconds.ts'
import type { ArtilleryScenario, ArtilleryStep } from './step.ts'
import { upload } from './upload.ts'
import { openVideo, watch } from './watch.ts'

export type KindName = keyof typeof people

/** Of each kind of people so many sessions are drawn; whoever comes has one of them. */
export const SESSIONS = 20

/** Asked for again and again while people stay, from so many calls on. */
const ASKED_AGAIN = 5

const outline = fetchOf('outline', '{{ outlineUrl }}', ['keepOutline'])
const learns = [{ function: 'becomeLearner' }, ...callOf('openCourse'), outline]

/** As whom they come, and what they do before they are in the midst of a session. */
const beginnings: Readonly<Record<KindName, readonly ArtilleryStep[]>> = {
  browsing: learns,
  watching: learns,
  reading: learns,
  teaching: [{ function: 'becomeTeacher' }],
  contentTeam: [{ function: 'becomeUploader' }],
}

/**
 * Sessions of people of one kind, each drawn by the model's averages: how often a step is taken, how long people stay,
 * and whether a call is made that is made now and then. They begin somewhere in the session, as people are at any time,
 * and begin anew when they are through, until they were there for the load's minutes.
 */
export function scenariosOf(
  name: KindName,
  kind: PersonKind,
  options: { heartbeatSeconds: number; minutes: number; seed: number; hurry: number },
): ArtilleryScenario[] {
  const { heartbeatSeconds, minutes, seed, hurry } = options
  return Array.from({ length: SESSIONS }, (_, at) => {
    const rng = new Rng(seed, at)
    const taken = kind.steps.flatMap((step) =>
      Array.from({ length: drawCount(step.times, rng) }, () =>
        stepsOf({ ...step, seconds: step.seconds / hurry }, heartbeatSeconds, rng),
      ),
    )
    const from = rng.below(taken.length)
    const session = [...taken.slice(from), ...taken.slice(0, from)].flat()
    const flow = forSeconds(session, minutes * 60)
    return {
      name,
      // Whole numbers are all that Artillery draws by.
      weight: Math.max(1, Math.round((10_000 * kind.share) / SESSIONS)),
      flow: [...beginnings[name], ...flow],
    }
  })
}

/** One step of the model, taken once. */
function stepsOf(step: Step, heartbeatSeconds: number, rng: Rng): ArtilleryStep[] {
  const stay = drawStay(step.seconds, rng)
  const plays = stay * (step.plays ?? 0)
  let rest = stay - plays
  const calls = entriesOf(step.calls).flatMap(([id, mean]): ArtilleryStep[] => {
    if ('startUpload' in step.calls && id in upload) return []
    const count = drawCount(mean, rng)
    if (count < ASKED_AGAIN)
      return Array.from({ length: count }, () => callOf(id, plays > 0)).flat()
    const pause = rest / count
    rest = 0
    return [{ loop: [...callOf(id), { think: tenths(pause) }], count }]
  })
  return [
    ...(step.files?.page ? [fetchOf('page', '/', ['measurePage'])] : []),
    ...(plays > 0 ? [...openVideo, ...watch(plays, heartbeatSeconds)] : []),
    ...('startUpload' in step.calls ? Object.values(upload).flat() : []),
    ...('recordProgress' in step.calls && plays === 0 ? readLesson : []),
    ...calls,
    ...('openCourse' in step.calls ? [outline] : []),
    ...(rest > 0 ? [{ think: tenths(rest) }] : []),
  ]
}

const readLesson: readonly ArtilleryStep[] = [
  { function: 'nextLesson' },
  fetchOf('lesson', '{{ lessonUrl }}'),
]

/** A whole number whose mean is `mean`: 1.5 is 1 or 2. */
const drawCount = (mean: number, rng: Rng): number => Math.floor(mean + rng.uniform())

/** From half to one and a half times the mean. */
const drawStay = (mean: number, rng: Rng): number => mean * (0.5 + rng.uniform())

const tenths = (seconds: number): number => Math.max(0.1, Math.round(10 * seconds) / 10)
