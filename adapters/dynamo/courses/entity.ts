import { CustomAttributeType, Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { versionedAttributes } from '#adapters/dynamo/versioned'
import type { CourseCover } from '#contract/courses/properties/cover'
import { levels, visibilities, waysToEnrol } from '#contract/courses/properties/limits'
import { courseKeys, slugKeys } from './keys.ts'
import type { StoredCard } from './stored-card.ts'

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
          /** Not of one that nobody published since names are kept. */
          ownerName: { type: 'string' },
          description: { type: 'string' },
          language: { type: 'string' },
          level: { type: levels },
          topics: { type: 'list', items: { type: 'string' } },
          startsOn: { type: 'string' },
          endsOn: { type: 'string' },
          timeZone: { type: 'string' },
          cover: { type: CustomAttributeType<CourseCover>('any') },
          visibility: { type: visibilities },
          enrolling: { type: waysToEnrol },
          /** Addresses that it had, the latest first: each is held for it. */
          formerSlugs: { type: 'list', items: { type: 'string' } },
          /** Of a copy that lacks something as yet. */
          copying: { type: ['yes'] as const },
          createdAt: { type: 'string', required: true },
          updatedAt: { type: 'string', required: true },
          ...versionedAttributes,
          publishedVersion: { type: 'number' },
          publishedAt: { type: 'string' },
          /** How the published version lies in the content bucket: `CONTENT_LAYOUT`, or none of an earlier version. */
          contentLayout: { type: 'number' },
          /** What lists show, precomputed at publishing; what grows with the course lies in the content bucket. */
          card: { type: CustomAttributeType<StoredCard>('any') },
          /** `all` once it is published, and public: puts the course into the catalogue's index. */
          catalogue: { type: ['all', 'none'] as const },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type CourseItem = EntityItem<ReturnType<typeof courseEntity>>
export type SlugItem = EntityItem<ReturnType<typeof slugEntity>>

/**
 * Holds a slug for one course: the key is the guard against two courses with one slug. As every course
 * has one from its creation to its end, it is also the list of all courses. One that the course had before leads to it,
 * and is not in the list.
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
          site: { type: ['all'] as const, default: 'all' },
        },
      },
      { table: table.name, client: table.client },
    ),
)
