import { Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { earlierEnrolmentKeys, enrolmentKeys } from './keys.ts'

const attributes = {
  id: { type: 'string', required: true },
  courseId: { type: 'string', required: true },
  userId: { type: 'string', required: true },
  enrolledAt: { type: 'string', required: true },
  /** What the course's teachers read of the learner. */
  name: { type: 'string' },
  /** Their e-mail address, for those of its teachers who may manage its people. */
  address: { type: 'string' },
  /** As teachers bound it; empty or missing: not. */
  suspendedAt: { type: 'string' },
  endsOn: { type: 'string' },
  endsZone: { type: 'string' },
  completedLessons: { type: 'number', required: true, default: 0 },
  countedVersion: { type: 'number' },
  /** When all lessons were complete first, for what is recorded. */
  completedAt: { type: 'string' },
  lastLessonId: { type: 'string' },
  lastActiveAt: { type: 'string' },
  /** `lastActiveAt`, or the enrolment before there is one: orders "my courses". */
  activeAt: { type: 'string', required: true },
  /** The same to the hour; earlier versions wrote none. */
  activeHour: { type: 'string', required: true, default: '' },
} as const

/** It lies in one partition with the learner's progress in the course, which is read with it. */
export const enrolmentEntity = perTable(
  (table: Table) =>
    new Entity({ ...enrolmentKeys, attributes }, { table: table.name, client: table.client }),
)

export type EnrolmentItem = EntityItem<ReturnType<typeof enrolmentEntity>>

/** The same where earlier versions wrote it: beside the learner's other enrolments. */
export const earlierEnrolmentEntity = perTable(
  (table: Table) =>
    new Entity(
      { ...earlierEnrolmentKeys, attributes },
      { table: table.name, client: table.client },
    ),
)

/**
 * What takes the place of an enrolment that was moved, for a while. Of an item that is replaced, and of a mark that
 * ends, the stream tells nobody who counts, so a move is not taken for leaving.
 */
export const movedEnrolmentEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        model: { ...enrolmentKeys.model, entity: 'movedenrolment' },
        attributes: {
          userId: attributes.userId,
          courseId: attributes.courseId,
          /** Of an enrolment; no mark has one. */
          id: { type: 'string' },
          /** When the table deletes the mark, in seconds. */
          expiresAt: { type: 'number', required: true },
        },
        indexes: {
          ofUser: {
            pk: { field: 'pk', composite: ['userId'] },
            sk: {
              field: 'sk',
              composite: ['courseId'],
              // biome-ignore lint/suspicious/noTemplateCurlyInString: ElectroDB's own template
              template: '$enrolment_1#courseid_${courseId}',
            },
          },
        },
      },
      { table: table.name, client: table.client },
    ),
)
