import type { AssetId, LessonId } from '#contract/ids'
import type { CourseCard, CourseDraft, CoursePage } from '#contract/models/course'
import type { Lesson, Module } from '#contract/models/lesson'
import type { Page, PageRequest } from './page.ts'
import type { Syllabus } from './syllabus.ts'

export interface CourseFinder {
  findByIdOrSlug(idOrSlug: string): Promise<CourseDraft | null>
}

/** A lesson of the published version, and the asset that it shows. */
export interface PublishedVideo {
  readonly lessonId: LessonId
  readonly title: string
  readonly assetId: AssetId
}

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
   * Points learners to a version, if the course still stands at `expected` (null: never published), and
   * remembers which videos it shows. Answers false when somebody else published meanwhile. Page and
   * syllabus are written together or not at all.
   */
  publish(
    page: CoursePage,
    syllabus: Syllabus,
    expected: number | null,
    videos: readonly PublishedVideo[],
  ): Promise<boolean>
  /** What the published version shows; nothing of a course that is not published. */
  listPublishedVideos(courseId: string): Promise<PublishedVideo[]>
  getPublished(idOrSlug: string): Promise<CoursePage | null>
  listPublished(page: PageRequest): Promise<Page<CourseCard>>
  getCards(courseIds: readonly string[]): Promise<Map<string, CourseCard>>
}
