/** Who is enrolled in a course now (true), or not any more. */
export type Memberships = ReadonlyMap<string, boolean>

/** Keeps what is counted current, from the table's changes. */
export interface EnrolmentCounter {
  /** Counts each of them once, however often it is told. */
  apply(courseId: string, memberships: Memberships): Promise<void>
  /** Compares all who are counted with all who are enrolled; answers how many had to be mended. */
  recount(courseId: string): Promise<number>
}
