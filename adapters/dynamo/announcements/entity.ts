import { CustomAttributeType, Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { versionedAttributes } from '#adapters/dynamo/versioned'
import type { AnnouncementText } from '#contract/announcements/announcement'
import { announcementKeys } from './keys.ts'

const { revision, changed } = versionedAttributes

export const announcementEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...announcementKeys,
        attributes: {
          id: { type: 'string', required: true },
          courseId: { type: 'string', required: true },
          title: { type: 'string', required: true },
          text: { type: CustomAttributeType<AnnouncementText>('any'), required: true },
          shelf: { type: ['pinned', 'listed'] as const, required: true },
          publishAt: { type: 'string', required: true },
          authorId: { type: 'string', required: true },
          authorName: { type: 'string', required: true },
          createdAt: { type: 'string', required: true },
          /** Empty: never. */
          editedAt: { type: 'string', required: true },
          ...{ revision, changed },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type AnnouncementItem = EntityItem<ReturnType<typeof announcementEntity>>
