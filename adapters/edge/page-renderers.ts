import { join } from 'node:path'
import type { PageRenderer, PageRenderers } from '#core/courses/page-ports'

/** The renderers that the web client's build made, a module for each language, loaded when it is first asked for. */
export const createPageRenderers = (folder: string): PageRenderers => ({
  in: async (language) => {
    const renderer: PageRenderer = await import(join(folder, `${language}.mjs`))
    return renderer
  },
})
