import fc from 'fast-check'
import { LessonId, ModuleId } from '#contract/platform/ids'
import type { DraftedModule } from '#contract/rules/problems'
import type { Rule } from '#contract/rules/rule'

const ulid = (n: number) => String(n).padStart(26, '0')
export const lessonId = (n: number) => LessonId.parse(`les_${ulid(n)}`)
export const moduleId = (n: number) => ModuleId.parse(`mod_${ulid(n)}`)

const day = fc
  .integer({ min: 0, max: 400 })
  .map((days) => new Date(Date.UTC(2026, 8, 1 + days)).toISOString().slice(0, 10))

/** Rules that name whatever there is in a course of so many modules and lessons, also themselves. */
const ruleAmong = (modules: number, lessons: number): fc.Arbitrary<Rule> =>
  fc.oneof(
    day.map((on): Rule => ({ when: 'day', on })),
    fc.integer({ min: 1, max: 60 }).map((after): Rule => ({ when: 'days', after })),
    fc
      .integer({ min: 0, max: lessons - 1 })
      .map((n): Rule => ({ when: 'lesson', lessonId: lessonId(n) })),
    fc
      .tuple(fc.integer({ min: 0, max: modules - 1 }), fc.integer({ min: 1, max: 100 }))
      .map(([n, percent]): Rule => ({ when: 'module', moduleId: moduleId(n), percent })),
  )

/** A course of some modules, of which some lessons and modules have rules. */
export const anyModules: fc.Arbitrary<DraftedModule[]> = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 })
  .filter((sizes) => sizes.some((size) => size > 0))
  .chain((sizes) => {
    const lessons = sizes.reduce((sum, size) => sum + size, 0)
    const rules = fc.oneof(
      { weight: 3, arbitrary: fc.constant<Rule[]>([]) },
      { weight: 2, arbitrary: fc.array(ruleAmong(sizes.length, lessons), { maxLength: 2 }) },
    )
    const audience = fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constant({ who: 'everyone' as const }) },
    )
    let next = 0
    return fc.tuple(
      ...sizes.map((size, n) =>
        fc.record({
          ...{ id: fc.constant(moduleId(n)), title: fc.constant(`Module ${n}`), rules },
          lessons: fc.tuple(
            ...Array.from({ length: size }, () => {
              const id = lessonId(next)
              next += 1
              const title = fc.constant(`Lesson ${id}`)
              return fc.record({ id: fc.constant(id), title, rules, audience })
            }),
          ),
        }),
      ),
    )
  })

export const anyZone = fc.constantFrom('UTC', 'Europe/Madrid', 'America/New_York', 'Asia/Kolkata')

export const anyInstant = fc
  .integer({ min: Date.UTC(2026, 8, 1), max: Date.UTC(2027, 11, 1) })
  .map((at) => new Date(at))
