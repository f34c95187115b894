import { CustomAttributeType, Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { versionedAttributes } from '#adapters/dynamo/versioned'
import type { PublishedCard } from '#core/courses/ports'
import { courseKeys, slugKeys } from './keys.ts'

export const courseEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...courseKeys,
        attributes: {
          id: { type: 'string', required: true },
          slug: { type: 'string', required: true },
          title: { type: 'string', required: true },
          summary: { type: 'string', required: true },
          ownerId: { type: 'string', required: true },
          createdAt: { type: 'string', required: true },
          updatedAt: { type: 'string', required: true },
          ...versionedAttributes,
          publishedVersion: { type: 'number' },
          publishedAt: { type: 'string' },
          /** How the published version lies in the content bucket: `CONTENT_LAYOUT`, or none of an earlier version. */
          contentLayout: { type: 'number' },
          /** What lists show, precomputed at publishing; what grows with the course lies in the content bucket. */
          card: { type: CustomAttributeType<PublishedCard>('any') },
          /** Set once published: puts the course into the catalogue's index. */
          catalogue: { type: ['all'] as const },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type CourseItem = EntityItem<ReturnType<typeof courseEntity>>
export type SlugItem = EntityItem<ReturnType<typeof slugEntity>>

/**
 * Holds a slug for one course: the key is the guard against two courses with one slug. As every course
 * has one from its creation to its end, and it hardly ever changes, it is also the list of all courses.
 */
export const slugEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...slugKeys,
        attributes: {
          slug: { type: 'string', required: true },
          courseId: { type: 'string', required: true },
          createdAt: { type: 'string', required: true },
          site: { type: ['all'] as const, required: true, default: 'all' },
        },
      },
      { table: table.name, client: table.client },
    ),
)
