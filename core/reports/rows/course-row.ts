import { z } from 'zod'
import { CourseId } from '#contract/platform/ids'
import { recordRow } from './record-row.ts'

/** Going back to an earlier version is another publishing of it. */
export const courseRow = recordRow({
  entity: 'course',
  on: ['changed'],
  item: z.object({
    id: CourseId,
    publishedVersion: z.number().optional(),
    publishedAt: z.string().optional(),
  }),
  userId: () => undefined,
  happened: ({ item: { id: course, publishedVersion: version, publishedAt }, before }) => {
    if (!version || !publishedAt || version === before?.publishedVersion) return []
    const at = Date.parse(publishedAt)
    return [{ event: 'course_published', at, course, version, key: `${version} ${at}` }]
  },
})
