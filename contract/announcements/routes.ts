import { z } from 'zod'
import { PageQuery, pageOf } from '#contract/http/paging'
import { SeenRevision } from '#contract/http/revision'
import { defineRoutes } from '#contract/http/route'
import { AnnouncementId, CourseId, Instant } from '#contract/platform/ids'
import {
  Announcement,
  AnnouncementDraft,
  AnnouncementLine,
  AnnouncementText,
  AnnouncementTitle,
} from './announcement.ts'
import { announcementLimits } from './limits.ts'

const OfCourse = z.object({ courseId: CourseId })
const OfAnnouncement = OfCourse.extend({ announcementId: AnnouncementId })
const limit = z.coerce.number().int().min(1).max(announcementLimits.page)
const OfPage = PageQuery.extend({ limit: limit.default(announcementLimits.page) })

const OF_COURSE = '/teaching/courses/{courseId}/announcements'
const OF_ONE = `${OF_COURSE}/{announcementId}` as const

export const announcements = defineRoutes(
  { service: 'community', access: 'user' },
  {
    listAnnouncementDrafts: {
      method: 'GET',
      path: OF_COURSE,
      right: 'read',
      summary: 'A course’s announcements, drafts among them, those begun last first',
      params: OfCourse,
      query: OfPage,
      response: pageOf(AnnouncementLine),
      errors: ['not_found'],
    },
    createAnnouncement: {
      method: 'POST',
      path: OF_COURSE,
      right: 'announce',
      summary: 'Begin an announcement: a draft, which no learner reads',
      params: OfCourse,
      body: z.object({ title: AnnouncementTitle.default('') }),
      response: AnnouncementDraft,
      status: 201,
      errors: ['not_found'],
    },
    getAnnouncementDraft: {
      method: 'GET',
      path: OF_ONE,
      right: 'read',
      summary: 'An announcement with its text, for those who teach the course',
      params: OfAnnouncement,
      response: AnnouncementDraft,
      errors: ['not_found'],
    },
    updateAnnouncement: {
      method: 'PATCH',
      path: OF_ONE,
      right: 'announce',
      summary: 'Change an announcement; of one that is out, for its readers at once',
      params: OfAnnouncement,
      body: z
        .object({ title: AnnouncementTitle, text: AnnouncementText, pinned: z.boolean() })
        .partial()
        .extend(SeenRevision.shape),
      response: AnnouncementDraft,
      errors: ['not_found', 'conflict'],
    },
    publishAnnouncement: {
      method: 'PUT',
      path: `${OF_ONE}/publication`,
      right: 'announce',
      summary: 'Let learners read an announcement from an instant on; one that is out stays out',
      params: OfAnnouncement,
      /** An instant that is over, or null, is now. */
      body: z.object({ at: Instant.nullable() }),
      response: AnnouncementDraft,
      errors: ['not_found', 'conflict'],
    },
    withdrawAnnouncement: {
      method: 'DELETE',
      path: `${OF_ONE}/publication`,
      right: 'announce',
      summary: 'Make an announcement a draft again, which no learner reads',
      params: OfAnnouncement,
      response: AnnouncementDraft,
      errors: ['not_found'],
    },
    deleteAnnouncement: {
      method: 'DELETE',
      path: OF_ONE,
      right: 'announce',
      summary: 'Delete an announcement for good',
      params: OfAnnouncement,
      errors: ['not_found'],
    },
    listAnnouncements: {
      method: 'GET',
      path: '/my/courses/{courseId}/announcements',
      summary:
        'What a course’s teachers announce: on the first page what is pinned, then newest first',
      params: OfCourse,
      query: OfPage,
      response: pageOf(Announcement).extend({
        /** Of the course as it is published; empty of one that is not. */
        courseTitle: z.string(),
        /** Whether the bell is silent about this course. */
        isMuted: z.boolean(),
      }),
      errors: ['forbidden', 'not_found'],
    },
    markAnnouncementsSeen: {
      method: 'PUT',
      path: '/my/courses/{courseId}/announcements/seen',
      summary: 'I have seen a course’s announcements that came out until then',
      params: OfCourse,
      body: z.object({ until: Instant }),
      errors: ['forbidden', 'not_found'],
    },
    muteAnnouncements: {
      method: 'PUT',
      path: '/my/courses/{courseId}/announcements/muting',
      summary:
        'Whether I am notified of what a course announces; leaving and coming back changes nothing',
      params: OfCourse,
      body: z.object({ muted: z.boolean() }),
      errors: ['forbidden', 'not_found'],
    },
  },
)
