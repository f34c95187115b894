/** Where an item says which entity it is of. A test of the stacks holds it to what the entities write. */
export const ENTITY_FIELD = '__edb_e__'
/** ElectroDB's marks, by which it knows whose an item is. */
const IDENTITY = [ENTITY_FIELD, '__edb_v__']

/**
 * The one table's keys and indexes, as the entities use them. All keys are strings. An index holds what its
 * readers read and no more: each projected attribute that changes is paid for again, so an asset's progress
 * is not written to three indexes. What is larger is fetched from the table by its id, in batches.
 */
export const tableSchema = {
  key: { partition: 'pk', sort: 'sk' },
  indexes: {
    /** Lists of ids; of an enrolment all that "my courses" shows. */
    gsi1: {
      partition: 'gsi1pk',
      sort: 'gsi1sk',
      projected: [
        ...IDENTITY,
        ...['id', 'courseId', 'userId', 'enrolledAt'],
        ...['completedLessons', 'countedVersion', 'lastLessonId', 'lastActiveAt'],
      ],
    },
    /** The catalogue's cards; ids of assets under way; who is enrolled in a course. */
    gsi2: {
      partition: 'gsi2pk',
      sort: 'gsi2sk',
      projected: [...IDENTITY, 'id', 'card', 'courseId', 'userId'],
    },
    /** Ids alone. */
    gsi3: { partition: 'gsi3pk', sort: 'gsi3sk', projected: [...IDENTITY, 'id'] },
  },
  timeToLive: 'expiresAt',
} as const
