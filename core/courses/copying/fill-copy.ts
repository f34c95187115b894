import type { CourseId } from '#contract/platform/ids'
import type { ContentStore } from '#core/courses/content-ports'
import type { OutlineRepository } from '#core/lessons/ports'
import type { Clock } from '#core/platform/clock'
import { type CopyMediaDeps, copyFile, copyVideo } from './copy-media.ts'
import { planKey } from './plan-copy.ts'
import type { CopyEvents, Copying, Copyings, CopyPlan } from './ports.ts'

export interface FillDeps extends CopyMediaDeps {
  readonly copyings: Copyings
  readonly outlines: Pick<OutlineRepository, 'addLessonsOfNew' | 'addModule'>
  readonly content: Pick<ContentStore, 'readJson'>
  readonly copyEvents: CopyEvents
  readonly clock: Clock
}

/** `unfinished`: its time was over, and another call was asked for. */
export type Filled = 'whole' | 'incomplete' | 'unfinished' | 'nothing'

/**
 * Copies what a copy still lacks: its modules and lessons, then its videos and files, one after the other. Broken off, it
 * goes on where it was; what it copies twice is the same. Where something is gone, the copy waits for its teacher to
 * say that it goes on without.
 */
export async function fillCopy(
  deps: FillDeps,
  courseId: CourseId,
  hasTime: () => boolean,
): Promise<Filled> {
  const found = await deps.copyings.get(courseId)
  if (!found || found.state === 'done') return 'nothing'
  const note = async (change: Partial<Copying>) => {
    copying = { ...copying, ...change, updatedAt: deps.clock.now().toISOString() }
    await deps.copyings.save(copying)
  }
  let copying = found
  try {
    await note({ state: 'working' })
    // Written by us, at the same version of its form or an earlier one.
    const plan = (await deps.content.readJson(planKey(courseId))) as CopyPlan
    if (!copying.outlined) {
      await copyOutline(deps, plan)
      await note({ outlined: true })
    }
    for (const medium of plan.media.slice(copying.copied)) {
      if (!hasTime()) {
        await deps.copyEvents.asked(courseId)
        return 'unfinished'
      }
      const copied =
        medium.type === 'asset'
          ? await copyVideo(deps, plan, medium)
          : await copyFile(deps, plan, medium)
      const missing = copied === 'gone' ? [...copying.missing, medium.name] : copying.missing
      await note({ copied: copying.copied + 1, missing })
    }
    if (copying.missing.length > 0 && !copying.without) {
      await note({ state: 'failed' })
      return 'incomplete'
    }
    await deps.copyings.finish({
      ...{ ...copying, state: 'done' },
      updatedAt: deps.clock.now().toISOString(),
    })
    return 'whole'
  } catch (error) {
    // Seen by whoever waits, until the next try.
    await note({ state: 'failed' })
    throw error
  }
}

/** A module comes after its lessons: until then nobody sees them. What is there already stays as it is. */
async function copyOutline({ outlines }: FillDeps, plan: CopyPlan): Promise<void> {
  for (const { lessons, revision: _, ...module } of plan.modules) {
    const unrevised = lessons.map(({ revision: _, ...lesson }) => lesson)
    if (await outlines.addLessonsOfNew(module, unrevised)) await outlines.addModule(module)
  }
}
