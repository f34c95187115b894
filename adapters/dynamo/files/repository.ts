import { unlessRefused } from '#adapters/dynamo/condition'
import { withCursor } from '#adapters/dynamo/cursor'
import { getEvery } from '#adapters/dynamo/get-every'
import type { Table } from '#adapters/dynamo/table'
import type { FileRepository } from '#core/files/ports'
import { fileEntity } from './entity.ts'

/** The bucket clears arrivals away after a day (lib/media/buckets.ts); the last of their events may be a day late. */
const ARRIVING_SECONDS = 2 * 86_400
/** Time enough to read why. */
const REFUSED_SECONDS = 14 * 86_400

export const createFileRepository = (table: Table): FileRepository => {
  const files = fileEntity(table)
  const after = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
  return {
    add: async (file) => {
      const { courseId: shelf, id, state } = file
      await files.create({ shelf, id, state, file, expiresAt: after(ARRIVING_SECONDS) }).go()
    },

    addReady: async (file) => {
      const { courseId: shelf, id, state } = file
      await unlessRefused(files.create({ shelf, id, state, file }).go())
    },

    get: async (shelf, id) => {
      const { data } = await files.get({ shelf, id }).go({ consistent: true })
      return data?.file ?? null
    },

    getEvery: async (shelf, ids) => {
      const keys = [...new Set(ids)].map((id) => ({ shelf, id }))
      const found = await getEvery(keys, (some) => files.get(some).go({ consistent: true }))
      return found.map(({ file }) => file)
    },

    list: (shelf, { cursor, limit }) =>
      withCursor(cursor, async () => {
        const { data, cursor: next } = await files.query
          .onShelf({ shelf })
          .go({ order: 'desc', limit, cursor: cursor ?? null, consistent: true })
        return { items: data.map(({ file }) => file), nextCursor: next }
      }),

    settle: (file) => {
      const { courseId: shelf, id } = file
      const change = files.patch({ shelf, id }).set({ state: file.state, file })
      const write =
        file.state === 'refused'
          ? change.set({ expiresAt: after(REFUSED_SECONDS) })
          : change.remove(['expiresAt'])
      return unlessRefused(write.where(({ state }, { eq }) => eq(state, 'arriving')).go())
    },

    remove: async (shelf, id) => {
      await files.delete({ shelf, id }).go()
    },
  }
}
