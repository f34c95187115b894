import { z } from 'zod'
import { defineRoutes } from '#contract/http/route'
import { AnnouncementId, CourseId, Instant } from '#contract/platform/ids'

/** Something that came out in one of somebody's courses. */
export const Notification = z.object({
  kind: z.literal('announcement'),
  id: AnnouncementId,
  courseId: CourseId,
  courseTitle: z.string(),
  title: z.string(),
  at: Instant,
  isUnread: z.boolean(),
})
export type Notification = z.infer<typeof Notification>

export const notifications = defineRoutes(
  { service: 'community', access: 'user' },
  {
    listNotifications: {
      method: 'GET',
      path: '/my/notifications',
      summary: 'What came out in my courses, newest first, and how much of it I have not seen',
      response: z.object({ items: z.array(Notification), unread: z.number().int().min(0) }),
    },
    markNotificationsSeen: {
      method: 'PUT',
      path: '/my/notifications/seen',
      summary: 'I have seen whatever came out until then, in all of my courses',
      body: z.object({ until: Instant }),
    },
  },
)
