import { withCursor } from '#adapters/dynamo/cursor'
import { getTogether } from '#adapters/dynamo/get-together'
import { IS_NOT_THERE, plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import { isOut } from '#contract/announcements/announcement'
import { AnnouncementId, CourseId } from '#contract/platform/ids'
import { NEVER } from '#core/announcements/never'
import type {
  AnnouncementReader,
  AnnouncementRecord,
  AnnouncementRepository,
  Published,
} from '#core/announcements/ports'
import type { AnnouncementItem } from './entity.ts'
import { announcementKeys } from './keys.ts'

const { ofCourse, byTime, byAuthor } = announcementKeys.indexes

export const createAnnouncementReader = (table: Table): AnnouncementReader => {
  const items = plainItems<AnnouncementItem>(table, announcementKeys)
  return {
    listOut: (courseId, now, { pinned, cursor, limit }) =>
      withCursor(cursor, async () => {
        const until = { publishAt: now.toISOString() }
        const { items: listed, nextCursor } = await items.query(
          byTime,
          { courseId, shelf: shelfOf(pinned) },
          { limit, cursor, newestFirst: true, until },
        )
        const keys = listed.map(({ id }) => items.key({ courseId, id }))
        const stored = items.read(await getTogether(table, keys)).map(toRecord)
        const byId = new Map<string, AnnouncementRecord>(stored.map((one) => [one.id, one]))
        return {
          items: listed.flatMap(({ id }) => {
            const found = byId.get(id)
            // The index follows the table: what was moved or taken back meanwhile is not there any more.
            return found && found.pinned === pinned && isOut(found, now) ? toPublished(found) : []
          }),
          nextCursor,
        }
      }),
  }
}

export const createAnnouncementRepository = (
  table: Table,
): AnnouncementRepository & {
  /** Takes a person's name away from what they announced; answers how much it is. */
  forget(userId: string): Promise<number>
} => {
  const items = plainItems<AnnouncementItem>(table, announcementKeys)
  return {
    read: async (courseId, id) => {
      const found = await items.get({ courseId, id })
      return found && { item: toRecord(found), changed: found.changed ?? {}, hands: {} }
    },

    list: (courseId, { cursor, limit }) =>
      withCursor(cursor, async () => {
        const asked = { limit, cursor, newestFirst: true }
        const { items: found, nextCursor } = await items.query(ofCourse, { courseId }, asked)
        return { items: found.map(toRecord), nextCursor }
      }),

    create: ({ pinned, publishAt, editedAt, ...announcement }) =>
      items.put(
        {
          ...announcement,
          ...{ shelf: shelfOf(pinned), publishAt: publishAt ?? NEVER, editedAt: editedAt ?? '' },
        },
        IS_NOT_THERE,
      ),

    write: ({ courseId, id, revision, pinned, publishAt }, fields) => {
      const { pinned: nowPinned, publishAt: nowAt, editedAt, ...others } = fields
      const moves = nowPinned !== undefined || nowAt !== undefined
      const at = nowAt === undefined ? publishAt : nowAt
      return items.update(
        { courseId, id },
        {
          ...others,
          ...(editedAt !== undefined && { editedAt: editedAt ?? '' }),
          ...(moves && { shelf: shelfOf(nowPinned ?? pinned), publishAt: at ?? NEVER }),
        },
        { holds: 'revision = :seen', values: { seen: revision } },
      )
    },

    remove: (courseId, id) => items.deleteFound({ courseId, id }),

    countPinned: async (courseId, most) =>
      (await items.query(byTime, { courseId, shelf: 'pinned' }, { limit: most })).items.length,

    forget: async (userId) => {
      const written = await items.queryAll(byAuthor, { authorId: userId })
      for (const { courseId, id } of written)
        await items.update(
          { courseId, id },
          { authorName: '' },
          { holds: 'authorId = :them', values: { them: userId } },
        )
      return written.length
    },
  }
}

const shelfOf = (pinned: boolean) => (pinned ? 'pinned' : 'listed')

const toRecord = (item: AnnouncementItem): AnnouncementRecord => {
  const { id, courseId, title, text, shelf, publishAt, editedAt, ...others } = item
  const { createdAt, authorId, authorName, revision } = others
  return {
    ...{ id: AnnouncementId.parse(id), courseId: CourseId.parse(courseId), title, text },
    pinned: shelf === 'pinned',
    publishAt: publishAt === NEVER ? null : publishAt,
    editedAt: editedAt || null,
    ...{ createdAt, authorId, authorName, revision },
  }
}

const toPublished = (record: AnnouncementRecord): Published => {
  const { id, title, text, pinned, authorName, editedAt, publishAt } = record
  return { id, title, text, pinned, authorName, editedAt, publishedAt: publishAt ?? NEVER }
}
