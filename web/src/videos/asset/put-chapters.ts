import type { Asset, Chapter } from '#contract/videos/asset'
import { ApiError, call, routes } from '#web/api/client.ts'
import type { AssetRef } from '#web/videos/use-asset.ts'
import type { EditChapters } from './edit-chapters.ts'
import { words } from './words/en.ts'

/** More who change the same chapters at the same moment are a fault. */
const TRIES = 5

/** Edits the chapters as they are stored, whatever others changed of them since `seen`. */
export async function putChapters(
  of: AssetRef,
  seen: readonly Chapter[],
  edit: EditChapters,
): Promise<Asset> {
  let known = seen
  for (let tries = 1; ; tries += 1) {
    const chapters = edit(known)
    if (!chapters)
      throw new ApiError('conflict', words.chapterChanged, { current: { chapters: known } })
    try {
      return await call(routes.putChapters, { params: of, body: { chapters, seen: [...known] } })
    } catch (error) {
      const current = chaptersIn(error)
      if (!current || tries === TRIES) throw error
      known = current
    }
  }
}

/** The chapters that an error says are stored. */
export function chaptersIn(error: unknown): Chapter[] | null {
  const current = error instanceof ApiError ? error.current?.chapters : undefined
  return Array.isArray(current) ? current.filter(isChapter) : null
}

const isChapter = (value: unknown): value is Chapter =>
  typeof value === 'object' &&
  value !== null &&
  'startSeconds' in value &&
  typeof value.startSeconds === 'number' &&
  'title' in value &&
  typeof value.title === 'string'
