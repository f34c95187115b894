import { openedPage, type PersonKind } from './person.ts'

/** Looking for courses. The calls are those of the web client's pages; times and shares are assumed. */
export const browsing = {
  share: 0.15,
  steps: [
    {
      does: 'comes to the catalogue',
      times: 1,
      seconds: 30,
      calls: {
        listCourses: 1,
        getMe: 0.01,
        getOpenApi: 0.001,
        listNotifications: 1,
        ...openedPage,
      },
      files: { page: 1, client: 6 },
    },
    { does: 'turns a page of it', times: 2, seconds: 20, calls: { listCourses: 1 } },
    {
      does: 'reads about a course',
      times: 3,
      seconds: 40,
      calls: { getCourse: 1, listMyCourses: 1 },
      files: { content: 1 },
    },
    {
      does: 'enrols',
      times: 0.2,
      seconds: 10,
      calls: { enrol: 0.9, enrolByCode: 0.1, openCourse: 1 },
    },
    { does: 'looks at their courses', times: 1, seconds: 20, calls: { listMyCourses: 1 } },
    { does: 'leaves a course', times: 0.01, seconds: 10, calls: { unenrol: 1, listMyCourses: 1 } },
  ],
} as const satisfies PersonKind
