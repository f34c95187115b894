import type { Rolldown } from 'vite'
import { EARLY_SCRIPT } from './early-start.ts'

const COURSE = '/courses/pages/course-page.tsx'
const MINE = '/courses/pages/my-page.tsx'
const LESSON = '/lessons/learn-page.tsx'
const TEACH = '/courses/pages/teach-page.tsx'

const PDF = /[\\/]node_modules[\\/]pdfjs-dist[\\/]/
const PACKAGES = /[\\/]node_modules[\\/]/
/** What most pages have, and the first has not. */
const SMALL =
  /lessons[\\/]gate[\\/]opening\.ts$|react-query[\\/].*[\\/]use(?:Query|Mutation)\.|@mantine[\\/].*[\\/](?:use-resolved-styles-api|create-safe-context)\./
/** Fields for text, which come together: smaller in one file than in three. */
const FIELDS = /@mantine[\\/].*[\\/](?:Input|InputBase|TextInput|CloseButton)[\\/]/

/**
 * Puts what pages share into few files. By itself the bundler makes one for each set of pages that share something:
 * 29 for a lesson, most of them below a kilobyte, each with a round trip of its own where a browser fetches six at a
 * time. What comes from packages is apart from ours, since it outlives most releases. A group's modules take along
 * what they need, so the groups of fewer come first.
 */
export const fewerFiles = (): Rolldown.CodeSplittingOptions => ({
  groups: [
    { name: 'packages', tags: ['$initial'], test: PACKAGES, priority: 4 },
    {
      // It is the entry's own: without this, what later pages share of it would be theirs.
      name: 'first',
      tags: ['$initial'],
      test: (id) => !id.endsWith(EARLY_SCRIPT) && !id.endsWith('/app/main.tsx'),
      priority: 3,
    },
    // The same for each language, and until it has another version.
    { name: 'pdf', test: PDF, priority: 2 },
    { name: 'small', test: SMALL, priority: 2 },
    { name: 'fields', test: FIELDS, priority: 2 },
    {
      debugName: 'shared',
      name: sharedBy(
        'shared',
        (pages) => pages.size > 1 && (pages.has(COURSE) || pages.has(TEACH)),
      ),
      priority: 1,
    },
    { debugName: 'lessons', name: sharedBy('lessons', (pages) => pages.size > 1) },
  ],
})

function sharedBy(
  name: string,
  holds: (pages: ReadonlySet<string>) => boolean,
): Rolldown.CodeSplittingNameFunction {
  return (id, bundle) => (!PACKAGES.test(id) && holds(pagesOf(id, bundle)) ? name : null)
}

/** Those of the four that load a module at once, over however many others. */
function pagesOf(id: string, bundle: Rolldown.ChunkingContext): ReadonlySet<string> {
  const seen = new Set([id])
  // Grows while it is gone through.
  for (const one of seen)
    for (const importer of bundle.getModuleInfo(one)?.importers ?? []) seen.add(importer)
  return new Set(
    [COURSE, MINE, LESSON, TEACH].filter((page) => [...seen].some((one) => one.endsWith(page))),
  )
}
