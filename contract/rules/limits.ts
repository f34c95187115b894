/** For schemas, and for forms, which need no zod for it. */
export const ruleLimits = {
  /** Of one module or lesson. */
  rules: 8,
  /**
   * Of a course, a module's counted for each of its lessons: the rules of all lessons lie in one item of the table, beside
   * the syllabus.
   */
  ofCourse: 2000,
  /** After enrolment: ten years. */
  days: 3650,
} as const
