import { FilterCriteria, FilterRule } from 'aws-cdk-lib/aws-lambda'
import { ENTITY_FIELD, tableSchema } from './table-schema.ts'

const is = (entities: string[]) => ({ [ENTITY_FIELD]: { S: FilterRule.or(...entities) } })
const isThere = { [tableSchema.key.partition]: { S: FilterRule.exists() } }
const isAbsent = { [tableSchema.key.partition]: { S: FilterRule.notExists() } }

/**
 * By the images alone: of a record the filters know the key `dynamodb`, and ask leaves of it whether they exist
 * (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html). One filter for each kind of change,
 * since a mapping takes five (https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html).
 */
const IMAGES = {
  created: (entities: string[]) => ({ NewImage: is(entities), OldImage: isAbsent }),
  changed: (entities: string[]) => ({ NewImage: is(entities), OldImage: isThere }),
  removed: (entities: string[]) => ({ OldImage: is(entities), NewImage: isAbsent }),
}

export const streamFilters = (followed: Readonly<Record<keyof typeof IMAGES, string[]>>) =>
  (Object.keys(IMAGES) as (keyof typeof IMAGES)[])
    .filter((kind) => followed[kind].length > 0)
    .map((kind) => FilterCriteria.filter({ dynamodb: IMAGES[kind](followed[kind]) }))

/**
 * Which entities' changes wake the projector, by what became of an item. `test/stacks/reactions.test.ts`
 * holds it to the registry of reactions in core: a heartbeat changes items that nobody follows, and wakes nobody.
 */
export const STREAM_FILTERS = streamFilters({
  created: ['enrolment', 'syllabus', 'announcement'],
  changed: ['syllabus', 'announcement'],
  removed: ['enrolment', 'syllabus', 'announcement'],
})
