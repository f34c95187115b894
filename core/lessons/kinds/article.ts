import { searchText } from '#contract/articles/search-text'
import { filesIn } from '#contract/courses/content'
import type { ShownVideo } from '#contract/lessons/kinds/article'
import { fileIdsOf, videosWithin } from '#contract/lessons/rules/index'
import { liveSource } from '#core/videos/source/known-source'
import type { KindOf } from './kind.ts'

/** Complete when its reader says so, whatever of its videos was watched. */
export const article: KindOf<'article'> = {
  check: async () => undefined,
  text: ({ text }) => (typeof text === 'string' ? text : JSON.stringify(text)),
  searchText: ({ text }) => (typeof text === 'string' ? text : searchText(text)),
  withoutText: (lesson) => ({ ...lesson, text: null }),

  publish: (lesson, { videos, files, folderOf, documentOf }) => {
    const { kind, id, title, text } = lesson
    const there = fileIdsOf(lesson).filter((fileId) => files.has(fileId))
    const shown = videosWithin(lesson).flatMap((assetId): [string, ShownVideo][] => {
      const asset = videos.get(assetId)
      const source = asset && liveSource(asset)
      // Of another course's, whoever reads this one learns nothing.
      if (!source || asset.courseId !== lesson.courseId) return []
      const title = asset.fileName.replace(/\.[^.]*$/, '')
      const { durationSeconds } = source
      return [[assetId, { title, durationSeconds, ...filesIn(folderOf(assetId)) }]]
    })
    const folders = Object.fromEntries(there.map((fileId) => [fileId, `/${folderOf(fileId)}`]))
    return {
      line: { kind, id, title, durationSeconds: null },
      // So that whoever reads it needs no reader of Markdown.
      content: {
        ...{ kind, text: documentOf(text) },
        ...(there.length > 0 && { folders }),
        ...(shown.length > 0 && { videos: Object.fromEntries(shown) }),
      },
      syllabus: { kind, id },
    }
  },

  current: async (lesson) => lesson,
  within: (progress) => ({ ...progress, watched: [] }),
  completes: ({ completed }) => completed,
}
