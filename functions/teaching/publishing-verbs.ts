import type { publishing } from '#contract/courses/publishing/routes'
import type { MembershipReader } from '#core/access/ports'
import { pointToVersion } from '#core/courses/publishing/point-to-version'
import type { Schedules } from '#core/courses/publishing/ports'
import { type PublishDeps, publishCourse } from '#core/courses/publishing/publish-course'
import { compareTwoVersions, listVersions } from '#core/courses/publishing/read-history'
import {
  cancelSchedule,
  readSchedule,
  schedulePublishing,
} from '#core/courses/publishing/schedule-publishing'
import type { FileReader } from '#core/files/ports'
import type { OutlineRepository } from '#core/lessons/ports'
import type { VerbsOf } from '#functions/http/verb'

export const publishingVerbs = (
  deps: PublishDeps & {
    readonly courseFiles: FileReader
    readonly schedules: Schedules
    readonly memberships: MembershipReader
    readonly outlines: Pick<OutlineRepository, 'readLesson'>
  },
): VerbsOf<typeof publishing> => ({
  publishCourse: ({ actor, params }) => publishCourse(deps, { actor, ...params }),
  // What reads articles is a part of what the function loads: no start but this waits for it.
  getPublishing: async ({ actor, params }) => {
    const { lookBeforePublishing } = await import('#core/courses/publishing/look-before-publishing')
    return lookBeforePublishing(deps, { actor, ...params })
  },
  previewCourse: async ({ actor, params }) => {
    const { previewCourse } = await previewing()
    return previewCourse(deps, { actor, ...params })
  },
  previewLesson: async ({ actor, params }) => {
    const { previewLesson } = await previewing()
    return previewLesson(deps, { actor, ...params })
  },
  listVersions: ({ actor, params, query }) => listVersions(deps, { actor, ...params, ...query }),
  compareVersions: ({ actor, params, query }) =>
    compareTwoVersions(deps, { actor, ...params, ...query }),
  pointToVersion: ({ actor, params, body }) => pointToVersion(deps, { actor, ...params, ...body }),
  getSchedule: ({ actor, params }) => readSchedule(deps, { actor, ...params }),
  setSchedule: ({ actor, params, body }) => schedulePublishing(deps, { actor, ...params, ...body }),
  cancelSchedule: ({ actor, params }) => cancelSchedule(deps, { actor, ...params }),
})

const previewing = () => import('#core/courses/preview/preview-draft')
