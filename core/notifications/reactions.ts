import { z } from 'zod'
import { NEVER } from '#core/announcements/never'
import { reaction } from '#core/platform/reactions'
import type { keepNews } from './keep-news.ts'

/** Follows what courses announce. */
export const followAnnouncements = ({
  keepNews: keep,
}: {
  keepNews: (input: Parameters<typeof keepNews>[1]) => Promise<void>
}) =>
  reaction({
    entity: 'announcement',
    on: ['created', 'changed', 'removed'],
    item: z.object({
      ...{ id: z.string(), courseId: z.string(), title: z.string(), publishAt: z.string() },
    }),
    by: ({ courseId }) => courseId,
    apply: (courseId, changes) =>
      keep({
        courseId,
        told: changes.map(({ kind, item: { id, title, publishAt } }) => ({
          id,
          entry: kind === 'removed' || publishAt === NEVER ? null : { title, publishAt },
        })),
      }),
  })
