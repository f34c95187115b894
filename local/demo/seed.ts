import { fileURLToPath } from 'node:url'
import { routes } from '#contract/routes'
import type { ApiClient } from './api-client.ts'
import { type Made, readCourse, type SourceCourse } from './course-files.ts'
import { type IngestOptions, ingestClips } from './ingest-clips.ts'
import { putSheets } from './put-sheets.ts'
import { writeLessons } from './write-lessons.ts'

const FOLDER = fileURLToPath(new URL('./course', import.meta.url))

/** The demo course's address. */
export const DEMO_SLUG = 'fast-web'
const FACTS = {
  language: 'en',
  level: 'intermediate',
  topics: ['Performance', 'Caching', 'Video', 'Web'],
} as const

/** The first version has its texts, this one its videos as well. Later ones are somebody's own. */
const WHOLE = 2

/** What says that nothing more of it follows. */
export const DEMO_IS_WHOLE = 'The demo course is whole'

/**
 * Makes the demo course the way its teachers would, through the API, and publishes it without its videos, for which
 * nobody has to wait. It goes on where an earlier start ended.
 */
export async function seedTexts({ api, say }: Pick<IngestOptions, 'api' | 'say'>): Promise<void> {
  const source = readCourse(FOLDER)
  const course = await findOrMake(api, source)
  if (course.publishedVersion !== null) return
  say(`Making the demo course “${source.title}” …`)
  await writeLessons(api, course.id, source, new Map())
  await api(routes.publishCourse, { params: { courseId: course.id } })
}

/** Puts its videos and files in and publishes it once more. A course that is whole it leaves alone. */
export async function seedVideos(options: IngestOptions): Promise<void> {
  const { api, say } = options
  const source = readCourse(FOLDER)
  const course = await findOrMake(api, source)
  if ((course.publishedVersion ?? 0) < WHOLE || course.outdated) {
    const lessons = source.modules.flatMap((module) => module.lessons)
    const clips = lessons.flatMap(({ clip }) => clip ?? [])
    const sheets = lessons.flatMap(({ sheet }) => sheet ?? [])
    const fileIds = await putSheets(options, course.id, sheets)
    const assetIds = await ingestClips(options, course, clips)
    const made = lessons.map(({ path, clip, sheet }): [string, Made] => [
      path,
      {
        assetId: (clip && assetIds.get(clip)) || null,
        fileId: (sheet && fileIds.get(sheet)) || null,
      },
    ])
    await writeLessons(api, course.id, source, new Map(made))
    await api(routes.publishCourse, { params: { courseId: course.id } })
  }
  say(DEMO_IS_WHOLE)
}

async function findOrMake(api: ApiClient, { title, summary, description }: SourceCourse) {
  const drafts = await api(routes.listDrafts)
  const known = drafts.items.find(({ slug }) => slug === DEMO_SLUG)
  if (known) return known
  const body = { slug: DEMO_SLUG, title, summary }
  const { id: courseId } = await api(routes.createCourse, { body })
  return api(routes.updateCourse, {
    params: { courseId },
    body: { description, ...FACTS, topics: [...FACTS.topics] },
  })
}
