/** Keeps what is counted current, from the table's changes. */
export interface EnrolmentCounter {
  /** Adds to a course's count, once for each change however often it is delivered. */
  add(courseId: string, by: 1 | -1, changeId: string): Promise<void>
}
