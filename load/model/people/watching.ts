import { openedPage, type PersonKind } from './person.ts'

/**
 * Going through lectures. Of a video people watch six minutes at a time, however long it is
 * (https://blog.edx.org/optimal-video-length-student-engagement). A place is told at once where it stops, jumps or
 * ends, assumed four times a video; of five views one reports how it played, each minute. All else is assumed.
 */
export const watching = {
  share: 0.6,
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
      files: { content: 3, client: 2 },
    },
    {
      does: 'opens a lesson that not every member may open at once',
      times: 0.3,
      seconds: 5,
      calls: { openLesson: 1 },
    },
    {
      does: 'watches a video',
      times: 4,
      seconds: 400,
      plays: 0.9,
      // A page that is looked at asks every ten minutes whether there is news.
      calls: { recordProgress: 4, reportPlayback: 1.2, listNotifications: 400 / 600 },
      // The lesson, playback.json, poster, captions, a playlist of the picture and of the sound.
      files: { content: 7 },
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
