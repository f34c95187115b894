import { z } from 'zod'
import type { Query } from '#adapters/cache/levels/query'
import type { Scope } from '#adapters/cache/levels/versions'
import { CourseCard, CoursePage } from '#contract/courses/course'
import { CourseDoors } from '#contract/courses/properties/properties'
import { pageOf } from '#contract/http/paging'
import { Audience } from '#contract/lessons/gate/audience'
import { ofAnyKind } from '#contract/lessons/kinds/index'
import { CourseId, LessonId, ModuleId } from '#contract/platform/ids'
import { Enrolment, LessonProgress } from '#contract/progress/progress'
import { Rules } from '#contract/rules/rule'
import type { PublishedCourse } from '#core/courses/ports'
import type { Syllabus } from '#core/courses/syllabus-ports'
import type { EnrolmentRecord } from '#core/enrolments/ports'
import type { LearnerReader } from '#core/progress/ports'

/**
 * What an answer is of, and forgotten with: the site's list of courses; a course by its id, or by the address of its
 * page; a video; a person; a person in a course.
 */
export const scopes = {
  site: () => [{ of: '*', part: '' }],
  course: ({ courseId }: Of) => [{ of: courseId, part: '' }],
  address: ({ courseId, slug }: Of) => [courseId, slug].map((of) => ({ of, part: '' })),
  video: () => [],
  person: ({ userId }: Of) => [{ of: userId, part: '' }],
  learner: ({ userId, courseId }: Of) => [{ of: userId, part: courseId }],
} satisfies Record<string, (of: Of) => Scope[]>

/** What a write is about; empty where it is not about one. */
export interface Of {
  readonly courseId: string
  readonly slug: string
  readonly userId: string
}

/** The writes after which something remembered is not true any more. */
export type Write = 'publish' | 'enrol' | 'unenrol' | 'touch' | 'count' | 'progress'

/** Where it stands in the table of what is remembered. */
interface Row<T> extends Query<T> {
  readonly of: keyof typeof scopes
  /** What makes it forget at once, but for other environments' memory. */
  readonly forgottenBy: readonly Write[]
}

/** Its schema is made when it is needed first, and once. */
function query<T>(row: Row<T>): Row<T> {
  let made: z.ZodType<T> | undefined
  return {
    ...row,
    schema: () => {
      made ??= row.schema()
      return made
    },
  }
}

const HOUR = 3_600
const shared = { settles: 0, grace: 600 } as const
const personal = { memory: 0, valkey: HOUR, negative: HOUR, grace: 0, settles: 0 } as const

/** Every query that is remembered, how long, and what makes it forget. */
export const queries = {
  catalogue: query({
    ...shared,
    name: 'catalogue.1',
    of: 'site',
    memory: 5,
    valkey: 60,
    negative: 0,
    forgottenBy: ['publish'],
    settles: 5,
    schema: () => pageOf(CourseCard),
  }),
  coursePage: query({
    ...shared,
    name: 'page.1',
    of: 'address',
    memory: 5,
    valkey: 60,
    negative: 5,
    forgottenBy: ['publish'],
    schema: () => CoursePage,
  }),
  published: query<PublishedCourse>({
    ...shared,
    name: 'published.1',
    of: 'course',
    memory: 5,
    valkey: 60,
    negative: 0,
    forgottenBy: ['publish'],
    schema: () =>
      z.object({
        id: CourseId,
        ownerId: z.string(),
        version: z.number().int().min(1),
        outdated: z.boolean(),
        card: CourseCard,
        ...CourseDoors.shape,
      }),
  }),
  syllabus: query<Syllabus>({
    ...shared,
    name: 'syllabus.2',
    of: 'course',
    memory: 30,
    valkey: HOUR,
    negative: 0,
    forgottenBy: ['publish'],
    schema: () =>
      z
        .object({
          courseId: CourseId,
          version: z.number().int().min(1),
          lessons: z.array(ofAnyKind('syllabus')),
          audiences: z.array(z.tuple([LessonId, Audience])),
          release: z.object({
            timeZone: z.string(),
            rules: z.array(z.tuple([LessonId, Rules])),
            lessonsOf: z.array(z.tuple([ModuleId, z.array(LessonId)])),
          }),
        })
        .transform(({ lessons, audiences, release, ...rest }) => ({
          ...rest,
          lessons: new Map(lessons.map((lesson) => [lesson.id, lesson])),
          audiences: new Map(audiences),
          release: {
            timeZone: release.timeZone,
            rules: new Map(release.rules),
            lessonsOf: new Map(release.lessonsOf),
          },
        })),
    plain: ({ lessons, audiences, release, ...rest }) => ({
      ...rest,
      lessons: [...lessons.values()],
      audiences: [...audiences],
      release: {
        timeZone: release.timeZone,
        rules: [...release.rules],
        lessonsOf: [...release.lessonsOf],
      },
    }),
  }),
  liveDuration: query<number>({
    ...shared,
    name: 'duration.1',
    of: 'video',
    memory: 15,
    valkey: 30,
    negative: 5,
    forgottenBy: [],
    schema: () => z.number().min(0),
  }),
  myCourses: query({
    ...personal,
    name: 'mine.2',
    of: 'person',
    forgottenBy: ['enrol', 'unenrol', 'touch', 'count'],
    settles: 5,
    schema: () => pageOf(enrolmentRecord()),
  }),
  membership: query<EnrolmentRecord>({
    ...personal,
    name: 'membership.2',
    of: 'learner',
    forgottenBy: ['enrol', 'unenrol', 'touch', 'count', 'progress'],
    schema: enrolmentRecord,
  }),
  inCourse: query<Awaited<ReturnType<LearnerReader['inCourse']>>>({
    ...personal,
    name: 'incourse.2',
    of: 'learner',
    forgottenBy: ['enrol', 'unenrol', 'touch', 'count', 'progress'],
    schema: () =>
      z.object({ enrolment: enrolmentRecord().nullable(), progress: z.array(LessonProgress) }),
  }),
} as const

/** All that a write makes forgotten. */
export function forgottenBy(write: Write, about: Partial<Of>): Scope[] {
  const of = { courseId: '', slug: '', userId: '', ...about }
  const kinds = Object.values(queries).flatMap(({ of, forgottenBy }) =>
    forgottenBy.some((one) => one === write) ? of : [],
  )
  return [...new Set(kinds)].flatMap((kind): Scope[] => scopes[kind](of))
}

function enrolmentRecord(): z.ZodType<EnrolmentRecord> {
  return Enrolment.extend({
    completedLessons: z.number().int().min(0),
    countedVersion: z.number().int().nullable(),
    lastLessonId: LessonId.nullable(),
    lastActiveAt: z.string().nullable(),
    name: z.string().optional(),
    address: z.string().optional(),
    suspendedAt: z.string().optional(),
    endsOn: z.string().optional(),
    endsZone: z.string().optional(),
  })
}
