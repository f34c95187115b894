import type { CourseCard, CourseDraft } from '#contract/models/course'
import type { Lesson, Module } from '#contract/models/lesson'
import type { Page, PageRequest } from './page.ts'
import type { Syllabus } from './syllabus.ts'

export interface CourseFinder {
  findByIdOrSlug(idOrSlug: string): Promise<CourseDraft | null>
}

/** What a publishing says of a course; who is enrolled is counted elsewhere. */
export type PublishedCard = Omit<CourseCard, 'enrolmentCount'>

export interface CourseRepository extends CourseFinder {
  get(courseId: string): Promise<CourseDraft | null>
  /** `slug_taken` when another course has the slug; then nothing is written. */
  create(course: CourseDraft): Promise<'created' | 'slug_taken'>
  update(
    courseId: string,
    change: Partial<Pick<CourseDraft, 'title' | 'summary' | 'updatedAt'>>,
  ): Promise<void>
  /** Newest first. */
  listByOwner(ownerId: string, page: PageRequest): Promise<Page<CourseDraft>>
  /** Every course of the site, drafts too, newest first. */
  listAll(page: PageRequest): Promise<Page<CourseDraft>>

  listContents(courseId: string): Promise<{ modules: Module[]; lessons: Lesson[] }>
  /** Unless there is one with this id; then it stays as it is. */
  addModule(module: Module): Promise<void>
  addLesson(lesson: Lesson): Promise<void>
  saveModule(module: Module): Promise<void>
  saveLesson(lesson: Lesson): Promise<void>
  deleteModule(courseId: string, moduleId: string): Promise<void>
  deleteLesson(courseId: string, lessonId: string): Promise<void>

  /**
   * Points learners to a version, if the course still stands at `expected` (null: never published).
   * Answers false when somebody else published meanwhile. Card and syllabus are written together or not
   * at all.
   */
  publish(card: PublishedCard, syllabus: Syllabus, expected: number | null): Promise<boolean>
  /** Of a published course. */
  findCard(idOrSlug: string): Promise<CourseCard | null>
  listPublished(page: PageRequest): Promise<Page<CourseCard>>
  getCards(courseIds: readonly string[]): Promise<Map<string, CourseCard>>
}
