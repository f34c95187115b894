import { searchText } from '#contract/articles/search-text'
import type { KindOf } from './kind.ts'

/** Complete when its reader says so. */
export const article: KindOf<'article'> = {
  check: async () => undefined,
  text: ({ text }) => (typeof text === 'string' ? text : JSON.stringify(text)),
  searchText: ({ text }) => (typeof text === 'string' ? text : searchText(text)),
  withoutText: (lesson) => ({ ...lesson, text: null }),

  publish: ({ kind, id, title, text }, { documentOf }) => ({
    line: { kind, id, title, durationSeconds: null },
    // So that whoever reads it needs no reader of Markdown.
    content: { kind, text: documentOf(text) },
    syllabus: { kind, id },
  }),

  current: async (lesson) => lesson,
  within: (progress) => ({ ...progress, watched: [] }),
  completes: ({ completed }) => completed,
}
