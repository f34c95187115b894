import { openedPage, type PersonKind } from './person.ts'

/**
 * Going through articles. Between two pages a test of examinations at Udelar waits 30 to 90 seconds
 * (https://www.proyectos.udelar.edu.uy/redmine/projects/257/wiki/How_to_run_the_tests_(moodle_45)); an article is
 * read twice as long, which is assumed as all else is.
 */
export const reading = {
  share: 0.2,
  steps: [
    {
      does: 'comes to their courses',
      times: 1,
      seconds: 15,
      calls: { listMyCourses: 1, getMyWeek: 1, listNotifications: 1, ...openedPage },
      files: { client: 6 },
    },
    {
      does: 'opens a course',
      times: 1.5,
      seconds: 15,
      calls: { openCourse: 1 },
      files: { content: 2, client: 2 },
    },
    {
      does: 'reads an article',
      times: 6,
      seconds: 120,
      // A page that is looked at asks every ten minutes whether there is news.
      calls: { recordProgress: 1, listNotifications: 120 / 600 },
      files: { content: 2 },
    },
    {
      does: 'reads what a course announces',
      times: 0.3,
      seconds: 40,
      calls: {
        ...{ listAnnouncements: 1.05, markAnnouncementsSeen: 0.5, muteAnnouncements: 0.01 },
        ...{ listNotifications: 0.5, markNotificationsSeen: 0.05 },
      },
      files: { client: 2 },
    },
  ],
} as const satisfies PersonKind
