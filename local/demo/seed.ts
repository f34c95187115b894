import { fileURLToPath } from 'node:url'
import { routes } from '#contract/routes'
import type { ApiClient } from './api-client.ts'
import { readCourse, type SourceCourse } from './course-files.ts'
import { type IngestOptions, ingestClips } from './ingest-clips.ts'
import { writeLessons } from './write-lessons.ts'

const FOLDER = fileURLToPath(new URL('./course', import.meta.url))

/** The demo course's address. */
export const DEMO_SLUG = 'fast-web'
const FACTS = {
  language: 'en',
  level: 'intermediate',
  topics: ['Performance', 'Caching', 'Video', 'Web'],
} as const

/** Its texts, then its videos as well. Later versions are somebody's own. */
const VERSIONS = { texts: 1, whole: 2 }

/**
 * Makes the demo course the way its teachers would, through the API. It is published as soon as its texts are there, and
 * once more when its videos are. It goes on where an earlier start ended; a course that is whole it leaves alone.
 */
export async function seedDemo(
  options: IngestOptions & { readonly webUrl: string },
): Promise<void> {
  const { api, say, webUrl } = options
  const source = readCourse(FOLDER)
  const course = await findOrMake(api, source)
  const params = { courseId: course.id }
  const version = course.publishedVersion ?? 0
  if (version >= VERSIONS.whole && !course.outdated) return

  say(`Making the demo course “${source.title}” …`)
  if (version < VERSIONS.texts) {
    await writeLessons(api, course.id, source, new Map())
    await api(routes.publishCourse, { params })
    say(`  can be read at ${webUrl}/courses/${course.slug}; its videos follow`)
  }
  const lessons = source.modules.flatMap((module) => module.lessons)
  const clips = lessons.flatMap(({ clip }) => clip ?? [])
  const ready = await ingestClips(options, course, clips)
  const videos = lessons.flatMap(({ path, clip = '' }) => {
    const assetId = ready.get(clip)
    return assetId ? [[path, assetId] as const] : []
  })
  await writeLessons(api, course.id, source, new Map(videos))
  await api(routes.publishCourse, { params })
  say('The demo course is published')
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
