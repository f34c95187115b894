import type { Plugin, Rolldown } from 'vite'
import { fillPath } from '../contract/http/fill-path.ts'
import { allRoutes } from '../contract/routes.ts'
import type { EarlyFacts } from './src/early/early-facts.ts'

/** What begins with a page's address, before the client itself is there. */
export const EARLY_SCRIPT = 'src/early/early.ts'

type Query = Readonly<Record<string, string | number>>

interface EarlyPage {
  /** As the router writes it. */
  readonly path: string
  readonly chunks?: readonly string[]
  /** What it asks of the API as soon as it is shown, and with which query: of routes by id. */
  readonly asks?: Readonly<Record<string, Query>>
  readonly files?: readonly string[]
  /** The lesson of a course is fetched, too, with the view of its kind. */
  readonly opensLesson?: true
}

const CONFIG = '/config.json'
/** The days that the address chooses; `early/early.ts` puts them in. */
const DAYS = { from: '__from__', to: '__to__' }

/** Pages that are opened by their address, with what their first screen waits for. A question that is not asked in just these words is lost. */
const pages: readonly EarlyPage[] = [
  {
    path: '/courses/$slug',
    chunks: ['src/courses/pages/course-page.tsx'],
    asks: { listMyCourses: { limit: 100 } },
  },
  { path: '/courses/$slug/preview/$lessonId', chunks: ['src/lessons/preview/preview-page.tsx'] },
  {
    path: '/my',
    chunks: ['src/courses/pages/my-page.tsx'],
    asks: { listMyCourses: { limit: 48 }, getMyWeek: {} },
  },
  {
    path: '/learn/$courseId/{-$lessonId}',
    chunks: ['src/lessons/learn-page.tsx'],
    asks: { openCourse: {} },
    files: [CONFIG],
    opensLesson: true,
  },
  {
    path: '/teach',
    chunks: ['src/courses/pages/teach-page.tsx'],
    asks: { listDrafts: { whose: 'mine', limit: 100 } },
  },
  {
    path: '/teach/$courseId',
    chunks: ['src/lessons/editor/editor-page.tsx'],
    asks: { getDraft: {}, listAssets: { limit: 200 }, openMedia: {} },
    files: [CONFIG],
  },
  {
    path: '/teach/$courseId/preview/{-$lessonId}',
    chunks: ['src/lessons/draft/draft-page.tsx', 'src/lessons/learn-page.tsx'],
    asks: { previewCourse: {}, openMedia: {} },
    files: [CONFIG],
  },
  {
    path: '/teach/$courseId/history',
    chunks: ['src/courses/publishing/history-page.tsx'],
    asks: { getDraft: {}, listVersions: {} },
  },
  {
    path: '/teach/$courseId/settings',
    chunks: ['src/courses/settings/settings-page.tsx'],
    asks: { getDraft: {} },
  },
  {
    path: '/teach/$courseId/team',
    chunks: ['src/memberships/team-page.tsx'],
    asks: { getTeam: {} },
  },
  {
    path: '/teach/$courseId/videos',
    chunks: ['src/videos/library/library-page.tsx'],
    asks: { listAssets: { limit: 200 }, openMedia: {}, getDraft: {} },
    files: [CONFIG],
  },
  {
    path: '/teach/$courseId/reports',
    chunks: ['src/reports/course/course-reports-page.tsx'],
    asks: { getCourseReport: DAYS, listStoppedLearners: { limit: 20 } },
  },
  {
    path: '/admin/reports',
    chunks: ['src/reports/site/site-reports-page.tsx'],
    asks: { getSiteReport: DAYS },
  },
  { path: '/teach/$courseId/videos/$assetId', chunks: ['src/videos/asset/asset-page.tsx'] },
  {
    path: '/teach/$courseId/videos/$assetId/captions/$language',
    chunks: ['src/captions/editor/captions-page.tsx'],
  },
]

/** The views of lessons, by kind; and of files, by type. */
const views = {
  video: 'src/player/player.tsx',
  article: 'src/articles/article.tsx',
  file: 'src/lessons/kinds/file-view.tsx',
  'file.pdf': 'src/documents/pdf-viewer.tsx',
  embed: 'src/lessons/kinds/embed-view.tsx',
}

/**
 * Puts a small script into the head of the page, and what it needs to know: which files and which answers each page
 * waits for. So they are on their way while the client itself is still being fetched. It stands in the page, which the
 * policy allows by its hash: as a file it came behind the client's own, whose evaluation then held back what it asked
 * for. It is a file as well, for pages that were made for all and have something to show before it.
 */
export const earlyStart = (): Plugin => ({
  name: 'lectern-early-start',
  apply: 'build',
  renderChunk: (code, { facadeModuleId }) =>
    facadeModuleId?.endsWith(EARLY_SCRIPT) ? `(()=>{${code}})()` : undefined,
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file : []))
      // What renders public pages is built from the same, and has no page.
      if (!chunks.some(({ isEntry, name }) => isEntry && name === 'index')) return
      const chunkOf = (source: string) => {
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${source}`))
        if (!chunk) throw new Error(`${source} is no part that is loaded by itself`)
        return chunk
      }
      const filesOf = (name: string, found = new Set<string>()): Set<string> => {
        const chunk = chunks.find(({ fileName }) => fileName === name)
        if (!chunk || found.has(name)) return found
        found.add(name)
        for (const sheet of chunk.viteMetadata?.importedCss ?? []) found.add(sheet)
        for (const other of chunk.imports) filesOf(other, found)
        return found
      }
      const first = filesOf(chunkOf('index.html').fileName)
      const laterOf = (source: string) =>
        [...filesOf(chunkOf(source).fileName)].filter((name) => !first.has(name))
      // Each name once: the page carries them all.
      const names: string[] = []
      const placesOf = (source: string) =>
        laterOf(source).map((name) => {
          if (!names.includes(name)) names.push(name)
          return names.indexOf(name)
        })
      const facts: EarlyFacts = {
        names,
        pages: pages.map(
          ({ path, chunks: sources = [], asks = {}, files = [], opensLesson = false }) => ({
            at: expressionOf(path),
            load: [...new Set(sources.flatMap(placesOf))],
            asks: Object.entries(asks).map(([id, query]) => questionOf(id, query)),
            files,
            opensLesson,
          }),
        ),
        views: Object.fromEntries(
          Object.entries(views).map(([kind, source]) => [kind, placesOf(source)]),
        ),
      }
      const tags = [
        `<script id="early-facts" type="application/json">${JSON.stringify(facts)}</script>`,
        earlyTag(chunkOf(EARLY_SCRIPT)),
      ]
      for (const file of Object.values(bundle))
        if (file.type === 'asset' && file.fileName.endsWith('.html'))
          file.source = String(file.source).replace(
            '</title>',
            () => `</title>\n    ${tags.join('\n    ')}`,
          )
    },
  },
})

/** The script in its page. */
export function earlyTag({ code }: Pick<Rolldown.OutputChunk, 'code'>): string {
  if (/<(?:\/script|!--)/i.test(code)) throw new Error('The early script would end its own tag')
  return `<script>${code}</script>`
}

/** `/learn/$courseId/{-$lessonId}` as an expression. */
const expressionOf = (path: string) =>
  `^${path.replace(/\/\{-\$\w+\}/g, '(?:/([^/]+))?').replace(/\$\w+/g, '([^/]+)')}$`

/** In every route that a page asks here, the one parameter is the address's first id. */
function questionOf(id: string, query: Query): readonly [string, string] {
  const route = allRoutes.find((one) => one.id === id)
  if (!route) throw new Error(`There is no route ${id}`)
  return [route.method, `/api${fillPath(route.path, { courseId: '__1__' }, query)}`]
}
