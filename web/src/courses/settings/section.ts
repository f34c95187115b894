import type { CourseDraft } from '#contract/courses/course'
import type { BodyInput } from '#contract/http/route'
import type { routes } from '#contract/routes'
import { draftField } from '#web/ui/fields/draft-field.ts'

/** What every section of a course's settings has. */
export interface SectionProps {
  readonly course: CourseDraft
  readonly update: (body: BodyInput<(typeof routes)['updateCourse']>) => Promise<CourseDraft>
}

type Body = BodyInput<(typeof routes)['updateCourse']>

/** A field of the course that may say nothing: as text it is empty then. */
export const fieldOf = (
  { course, update }: SectionProps,
  name: keyof Body & keyof CourseDraft,
  toBody: (text: string) => Body,
) =>
  draftField(
    course,
    name,
    (text, revision) => update({ ...toBody(text), revision }),
    (value) => (value === null ? '' : String(value)),
  )

/** What is chosen, if it is one of these. */
export const oneOf = <T extends string>(values: readonly T[], text: string): T | null =>
  values.find((value) => value === text) ?? null
