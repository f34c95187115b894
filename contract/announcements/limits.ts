/** Plain numbers, for forms too. */
export const announcementLimits = {
  title: 200,
  /** Bytes of a text as JSON: a page of them is one answer. */
  textBytes: 20_000,
  /** Of a course: they are the first page, before all others. */
  pinned: 5,
  /** At once: who reads goes through them one by one. */
  page: 20,
} as const
