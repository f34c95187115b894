import { searchText } from '#contract/articles/search-text'
import { fileIdsOf } from '#contract/lessons/rules/index'
import type { KindOf } from './kind.ts'

/** Complete when its reader says so. */
export const article: KindOf<'article'> = {
  check: async () => undefined,
  text: ({ text }) => (typeof text === 'string' ? text : JSON.stringify(text)),
  searchText: ({ text }) => (typeof text === 'string' ? text : searchText(text)),
  withoutText: (lesson) => ({ ...lesson, text: null }),

  publish: (lesson, { files, folderOf, documentOf }) => {
    const { kind, id, title, text } = lesson
    const there = fileIdsOf(lesson).filter((fileId) => files.has(fileId))
    const folders = Object.fromEntries(there.map((fileId) => [fileId, `/${folderOf(fileId)}`]))
    return {
      line: { kind, id, title, durationSeconds: null },
      // So that whoever reads it needs no reader of Markdown.
      content: { kind, text: documentOf(text), ...(there.length > 0 && { folders }) },
      syllabus: { kind, id },
    }
  },

  current: async (lesson) => lesson,
  within: (progress) => ({ ...progress, watched: [] }),
  completes: ({ completed }) => completed,
}
