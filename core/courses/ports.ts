import type { CourseCard, CourseDraft, CoursePage } from '#contract/courses/course'
import type { CourseCover } from '#contract/courses/properties/cover'
import type { Visibility } from '#contract/courses/properties/limits'
import type { CourseDoors, PropertyChanges } from '#contract/courses/properties/properties'
import type { CourseId } from '#contract/platform/ids'
import type { Hands, Versioned } from '#core/lessons/ports'
import type { Page, PageRequest } from '#core/platform/page'
import type { Publication } from './publishing/ports.ts'
import type { Syllabus } from './syllabus-ports.ts'

export interface CourseFinder {
  findByIdOrSlug(idOrSlug: string): Promise<CourseDraft | null>
}

/** A published course as whoever has its address may see it, without what is in it. */
export type PublicCourse = Omit<CoursePage, 'modules' | 'description'>

/** Fields of a course to write; null takes one away. */
export interface CourseWrite extends Omit<PropertyChanges, 'cover'> {
  readonly cover?: CourseCover | null
  readonly title?: string
  readonly summary?: string
  readonly slug?: string
  /** With a slug: all that lead to it from then on; others that did are given back. */
  readonly formerSlugs?: readonly string[]
  readonly revision: number
  readonly changed: Readonly<Record<string, number>>
  readonly hands: Hands
  readonly updatedAt: string
}

/** What a publishing says of a course; who is enrolled is counted elsewhere. */
export type PublishedCard = Omit<CourseCard, 'enrolmentCount'>

export interface CourseRepository extends CourseFinder {
  get(courseId: string): Promise<CourseDraft | null>
  /** `slug_taken` when another course has the slug; then nothing is written. */
  create(course: CourseDraft): Promise<'created' | 'slug_taken'>
  readVersioned(courseId: string): Promise<Versioned<CourseDraft> | null>
  /**
   * Writes these fields alone, or nothing: `overtaken` when the course is not as it was `before`, or has more learners
   * than it is to have places; `slug_taken` when another course has the slug or had it.
   */
  write(before: CourseDraft, fields: CourseWrite): Promise<'written' | 'overtaken' | 'slug_taken'>
  /** By id, in this order, without those that are not there. */
  getEvery(courseIds: readonly string[]): Promise<CourseDraft[]>
  /** Newest first. */
  listByOwner(ownerId: string, page: PageRequest): Promise<Page<CourseDraft>>
  /** Every course of the site, drafts too, newest first. */
  listAll(page: PageRequest): Promise<Page<CourseDraft>>

  /**
   * Points learners to a version, if the course still stands at `expected` (null: never published) and is still as
   * visible. Answers false when somebody was faster. Card, syllabus and the history's entry are written together or
   * not at all.
   */
  publish(
    card: PublishedCard,
    syllabus: Syllabus,
    seen: {
      readonly expected: number | null
      readonly visibility: Visibility
      /** Where its owner publishes: as they are called now. */
      readonly ownerName?: string
    },
    entry: Publication,
  ): Promise<boolean>
  /** Of a published course that is not private, by its id, its slug or one that it had. */
  findPublic(idOrSlug: string): Promise<PublicCourse | null>
  /** Those of the catalogue, newest first. */
  listPublished(page: PageRequest): Promise<Page<CourseCard>>
}

/** A published course, as a learner's call needs it. */
export interface PublishedCourse extends CourseDoors {
  readonly id: CourseId
  readonly ownerId: string
  readonly version: number
  /** An earlier version of Lectern published it, whose content opens to nobody. */
  readonly outdated: boolean
  readonly card: CourseCard
}

/** What every learner's call asks of courses; answers may be some seconds old. */
export interface PublishedCourses {
  /**
   * Null, by the table itself and never from memory: not published. A remembered one that is not `enough` is
   * read anew.
   */
  find(
    courseId: string,
    enough?: (course: PublishedCourse) => boolean,
  ): Promise<PublishedCourse | null>
  /** By course; without those that are not published. */
  cards(courseIds: readonly string[]): Promise<Map<string, CourseCard>>
}

/** The catalogue's public answers, remembered for a while: what is remembered, or what `read` answers. */
export interface CatalogueCache {
  courses(page: PageRequest, read: () => Promise<Page<CourseCard>>): Promise<Page<CourseCard>>
  page(idOrSlug: string, read: () => Promise<CoursePage | null>): Promise<CoursePage | null>
}

/** Cursors that nobody else can make. */
export interface SignedCursors {
  sign(cursor: string | null): string | null
  /** @throws DomainError for one that was not signed here */
  open(signed: string | undefined): string | undefined
}
