/** Plain numbers. */
export const notificationLimits = {
  /** Courses whose news somebody hears of: those that they were last active in. */
  courses: 100,
  /** Announcements that a course's news name: those that come out last, scheduled ones among them. */
  newsOfCourse: 60,
  /** Notifications that are listed. */
  listed: 50,
  /** How long a browser that shows a page waits before it asks again. */
  askedEverySeconds: 600,
} as const
