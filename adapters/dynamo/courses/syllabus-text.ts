import { z } from 'zod'
import { opensAt } from '#contract/lessons/gate/is-open'
import { LessonKind, lessonKinds } from '#contract/lessons/kinds/index'
import { Instant, LessonId } from '#contract/platform/ids'
import type { Syllabus, SyllabusLesson } from '#core/courses/syllabus-ports'

/** In few bytes: each lesson's id, and the instant from which it is for members; null: it is for everyone. */
const Audiences = z.array(z.tuple([LessonId, Instant.nullable()]))

export const writeAudiences = (audiences: Syllabus['audiences']): string =>
  JSON.stringify([...audiences].map(([id, audience]) => [id, opensAt(audience)]))

export const readAudiences = (text: string | undefined): Syllabus['audiences'] =>
  new Map(
    Audiences.parse(JSON.parse(text ?? '[]')).map(([id, from]) => [
      id,
      from === null ? { who: 'everyone' } : { who: 'members', from },
    ]),
  )

/**
 * In few bytes: by the name of a kind, the values of its lessons in the order of its schema. Earlier versions wrote a
 * list of them all, in which a video is told by what stands behind its id.
 */
const Slim = z.union([
  z.record(z.string(), z.array(z.array(z.unknown()))),
  z.array(z.array(z.unknown())).transform((lessons) => ({
    article: lessons.filter(({ length }) => length === 1),
    video: lessons.filter(({ length }) => length > 1),
  })),
])

export const writeLessons = (lessons: Iterable<SyllabusLesson>): string => {
  const byKind = Object.groupBy(lessons, ({ kind }) => kind)
  const slim = Object.entries(byKind).map(([kind, those]) => [kind, those.map(valuesOf)])
  return JSON.stringify(Object.fromEntries(slim))
}

/** A kind that only a later version knows, whose deployment was rolled back, is left out: the others go on. */
export const readLessons = (text: string): SyllabusLesson[] =>
  Object.entries(Slim.parse(JSON.parse(text))).flatMap(([name, lessons]) => {
    const kind = LessonKind.safeParse(name).data
    if (!kind) return []
    const fields = fieldsOf(kind)
    const { syllabus } = lessonKinds[kind]
    return lessons.map((values) =>
      syllabus.parse({
        kind,
        ...Object.fromEntries(fields.map((field, at) => [field, values[at]])),
      }),
    )
  })

/** The ids of all lessons in the order in which they are written, those of kinds that this version does not know among them. */
export const orderOf = (text: string): string[] =>
  Object.values(Slim.parse(JSON.parse(text))).flatMap((lessons) =>
    lessons.map(([id]) => String(id)),
  )

const fieldsOf = (kind: LessonKind) =>
  Object.keys(lessonKinds[kind].syllabus.shape).filter((field) => field !== 'kind')

const valuesOf = (lesson: SyllabusLesson): unknown[] => {
  const { kind, ...fields } = lesson
  const values: Readonly<Record<string, unknown>> = fields
  return fieldsOf(kind).map((field) => values[field])
}
