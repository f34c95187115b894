import { posix } from 'node:path'
import type { ArticleDocument } from '#contract/articles/document'
import { readMarkdown } from '#contract/articles/markdown/read-markdown'

/** `[words](../03-copies/02-at-the-edge.md)`, which leads to the file on GitHub and to the lesson in the course. */
const TO_LESSON = /\]\(((?:\.\.\/)?[\w./-]+\.(?:md|url))\)/g

/** An article of the course's folder as a document. `addressOf` knows where a lesson is, by its file's path. */
export function readArticle(
  { path, markdown }: { readonly path: string; readonly markdown: string },
  addressOf: (path: string) => string | undefined,
): ArticleDocument {
  return readMarkdown(
    markdown.replace(TO_LESSON, (_, link: string) => {
      const address = addressOf(posix.join(posix.dirname(path), link))
      if (address === undefined) throw new Error(`${path} leads to ${link}, where no lesson is`)
      return `](${address})`
    }),
  )
}
