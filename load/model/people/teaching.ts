import { openedPage, type PersonKind } from './person.ts'

/** Building a course. The editor saves what is typed by itself; how often is assumed, as all else is. */
export const teaching = {
  share: 0.048,
  steps: [
    {
      does: 'comes to the courses they teach',
      times: 1,
      seconds: 20,
      calls: { listDrafts: 1, createCourse: 0.02, listNotifications: 1, ...openedPage },
      files: { client: 8 },
    },
    {
      does: 'opens the draft',
      times: 1.5,
      seconds: 30,
      calls: { getDraft: 1, listAssets: 1, openMedia: 1, getSchedule: 1, announceEditing: 1 },
      files: { client: 3 },
    },
    {
      does: 'changes a lesson',
      times: 20,
      seconds: 30,
      // An editor tells every 60 s that it is open.
      calls: { updateLesson: 1, getLesson: 0.2, announceEditing: 0.5, listChanged: 0.002 },
    },
    {
      does: 'puts a picture or a file into a lesson',
      times: 0.5,
      seconds: 30,
      // The page asks each second whether somebody has looked at it.
      calls: { startFile: 1, getFile: 3, listFiles: 0.3, deleteFile: 0.05 },
      files: { content: 1 },
    },
    {
      does: 'adds to the outline',
      times: 2,
      seconds: 20,
      calls: { createLesson: 1, createModule: 0.3, announceEditing: 0.3 },
    },
    {
      does: 'puts the outline in order',
      times: 1,
      seconds: 15,
      calls: {
        moveItems: 1,
        updateModule: 0.3,
        updateCourse: 0.3,
        deleteLesson: 0.2,
        deleteModule: 0.1,
      },
    },
    {
      does: 'takes a deletion back, or copies',
      times: 0.1,
      seconds: 10,
      calls: { restoreLesson: 0.4, restoreModule: 0.1, copyLesson: 0.4, copyModule: 0.1 },
    },
    {
      does: 'copies a course for another term',
      times: 0.01,
      seconds: 60,
      // The page asks every few seconds how far it is.
      calls: { copyCourse: 1, getDraft: 2, getCopying: 12, retryCopying: 0.02 },
    },
    {
      does: 'looks at reports of a course',
      times: 0.3,
      seconds: 60,
      calls: {
        getCourseReport: 2,
        getLessonReport: 1,
        listStoppedLearners: 1,
        getSiteReport: 0.05,
      },
      files: { client: 4 },
    },
    {
      does: 'looks at the draft as learners would',
      times: 0.5,
      seconds: 60,
      calls: { previewCourse: 1, previewLesson: 2.5 },
      files: { client: 2, content: 3 },
    },
    {
      does: 'publishes',
      times: 0.4,
      seconds: 30,
      calls: {
        getPublishing: 1.2,
        publishCourse: 1,
        getDraft: 1,
        setSchedule: 0.05,
        cancelSchedule: 0.02,
      },
      files: { content: 4 },
    },
    {
      does: 'announces something',
      times: 0.1,
      seconds: 180,
      // What is typed is saved by itself.
      calls: {
        getDraft: 1,
        listAnnouncementDrafts: 2,
        createAnnouncement: 1,
        getAnnouncementDraft: 1.5,
        updateAnnouncement: 8,
        publishAnnouncement: 0.9,
        withdrawAnnouncement: 0.05,
        deleteAnnouncement: 0.1,
      },
      files: { client: 4 },
    },
    {
      does: 'looks at who learns',
      times: 0.1,
      seconds: 60,
      // A class fits a page; of a large course they scroll, or look for somebody.
      calls: { listLearners: 2.5, changeAccess: 0.1, removeLearner: 0.05, returnLearner: 0.01 },
      files: { client: 3 },
    },
    {
      does: 'hands out codes',
      times: 0.02,
      seconds: 30,
      calls: { listLearners: 1, listCodes: 1, makeCode: 0.5, changeCode: 0.3 },
      files: { client: 3 },
    },
    {
      does: 'says who teaches with them',
      times: 0.02,
      seconds: 60,
      calls: { getTeam: 2, addMember: 1, changeMember: 0.5, removeMember: 0.2, handOver: 0.01 },
      files: { client: 2 },
    },
    {
      does: 'looks at what was published',
      times: 0.05,
      seconds: 60,
      calls: { listVersions: 1.2, compareVersions: 0.5, pointToVersion: 0.1, getDraft: 1 },
      files: { client: 2 },
    },
  ],
} as const satisfies PersonKind
