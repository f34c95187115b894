import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createOutlineRepository } from '#adapters/dynamo/lessons/repository'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { contentKeys, PublishedOutline } from '#contract/courses/content'
import type { AssetId, CourseId } from '#contract/platform/ids'
import type { Asset } from '#contract/videos/asset'
import { placeLecture } from '#core/lessons/place-lecture'
import { newId } from '#core/platform/ids'
import { draftOf } from './course.ts'
import type { Lms } from './lms.ts'
import { people, readyAsset } from './world.ts'

/** A course of Ada's: three modules, and in the second two articles and a video. */
export interface DraftWorld {
  readonly courseId: CourseId
  readonly base: string
  readonly modules: Readonly<Record<'alpha' | 'beta' | 'gamma', string>>
  readonly lessons: Readonly<Record<'first' | 'second' | 'film', string>>
  readonly assets: readonly AssetId[]
  readonly arriving: readonly Asset[]
}

let made = 0

export async function makeDraft(lms: Lms): Promise<DraftWorld> {
  const courses = createCourseRepository(lms.table)
  const outlines = createOutlineRepository(lms.table)
  const now = new Date()
  made += 1
  // Ids decide between equal positions, and begin with a time: as by hand, the course was there before its
  // modules, and a lecture's module has the course's time.
  const createdAt = new Date(now.getTime() - 1000).toISOString()
  const course = draftOf(`draft-${made}`, { title: 'Course', createdAt })
  const { id: courseId } = course
  const modules = {
    alpha: newId('mod', now),
    beta: newId('mod', now),
    gamma: newId('mod', now),
  }
  const ids = { first: newId('les', now), second: newId('les', now), film: newId('les', now) }
  const ready = [readyAsset(courseId), readyAsset(courseId)]
  const assets = createAssetRepository(lms.table)
  await Promise.all([
    courses.create(course),
    ...ready.map((asset) =>
      assets.create(
        { ...asset, sourceKey: `${courseId}/${asset.id}.mp4` },
        { etag: asset.id, sequencer: '01' },
      ),
    ),
    ...Object.entries(modules).map(([title, id], at) =>
      outlines.addModule({ id, courseId, title, position: at + 1 }),
    ),
  ])
  const place = { courseId, moduleId: modules.beta }
  await Promise.all([
    ...(['first', 'second'] as const).map((title, at) =>
      outlines.addLesson({
        ...{ ...place, kind: 'article', id: ids[title], title, text: title, position: at + 1 },
      }),
    ),
    outlines.addLesson({
      ...{ ...place, kind: 'video', id: ids.film, title: 'film', position: 3 },
      ...{ assetId: ready[0]?.id ?? null, completionShare: 0.9 },
    }),
  ])
  const arriving = ['Kernel', 'Image'].map((title) => ({
    ...readyAsset(courseId),
    ...{ liveVersion: null, fileName: `${title}.mp4` },
    sourceKey: `${course.slug}/04 Maps/${title}.mp4`,
  }))
  return {
    ...{ courseId, modules, lessons: ids, arriving },
    base: `/teaching/courses/${courseId}`,
    assets: ready.map(({ id }) => id),
  }
}

export type Write = (lms: Lms, world: DraftWorld) => Promise<number>

const call =
  (method: string, address: (world: DraftWorld) => string, body?: (world: DraftWorld) => unknown) =>
  async (lms: Lms, world: DraftWorld) => {
    const path = `${world.base}${address(world)}`
    const answer = await lms.call('teaching', people.owner, method, path, body?.(world))
    return answer.status
  }
const place =
  (which: number): Write =>
  async (lms, { arriving }) => {
    const asset = arriving[which]
    if (asset)
      await placeLecture(
        {
          courses: createCourseRepository(lms.table),
          outlines: createOutlineRepository(lms.table),
        },
        asset,
      )
    return 204
  }
const course = () => ''
const module = ({ modules }: DraftWorld) => `/modules/${modules.beta}`
const lesson = ({ lessons }: DraftWorld) => `/lessons/${lessons.first}`
const film = ({ lessons }: DraftWorld) => `/lessons/${lessons.film}`

const outline = () => '/outline'
const copying = () => ({ key: 'one-copying-of-it', title: 'Copied' })

/** Every write of a draft: by its route, or by a lecture that arrives. */
export const writes = {
  'updateCourse title': call('PATCH', course, () => ({ title: 'Renamed' })),
  'updateCourse summary': call('PATCH', course, () => ({ summary: 'Told' })),
  publishCourse: call('POST', () => '/versions'),
  createModule: call(
    'POST',
    () => '/modules',
    () => ({ title: 'New' }),
  ),
  'updateModule title': call('PATCH', module, () => ({ title: 'Renamed' })),
  'updateModule to the front': call('PATCH', module, () => ({ after: null })),
  'updateModule to the end': call('PATCH', module, ({ modules }) => ({ after: modules.gamma })),
  'updateModule of another': call(
    'PATCH',
    ({ modules }) => `/modules/${modules.gamma}`,
    ({ modules }) => ({ after: modules.beta }),
  ),
  deleteModule: call('DELETE', module),
  createLesson: call(
    'POST',
    (world) => `${module(world)}/lessons`,
    () => ({ kind: 'article', title: 'New' }),
  ),
  'updateLesson title': call('PATCH', lesson, () => ({ title: 'Renamed' })),
  'updateLesson text': call('PATCH', lesson, () => ({ text: 'Rewritten' })),
  'updateLesson to the end': call('PATCH', lesson, ({ lessons }) => ({ after: lessons.film })),
  'updateLesson of the last': call('PATCH', film, ({ lessons }) => ({ after: lessons.first })),
  deleteLesson: call('DELETE', lesson),
  'moveItems into another module': call('PATCH', outline, ({ lessons, modules }) => ({
    lessons: [
      { id: lessons.second, moduleId: modules.alpha, after: null },
      { id: lessons.first, moduleId: modules.alpha, after: lessons.second },
    ],
  })),
  'moveItems of modules': call('PATCH', outline, ({ modules }) => ({
    modules: [{ id: modules.beta, after: modules.gamma }],
  })),
  copyLesson: call('POST', (world) => `${lesson(world)}/copies`, copying),
  copyModule: call('POST', (world) => `${module(world)}/copies`, copying),
  restoreLesson: call('PUT', (world) => `${lesson(world)}/restored`),
  restoreModule: call('PUT', (world) => `${module(world)}/restored`),
  'updateLesson assetId': call('PATCH', film, ({ assets }) => ({ assetId: assets[1] })),
  'updateLesson completionShare': call('PATCH', film, () => ({ completionShare: 0.5 })),
  'a lecture': place(0),
  'another lecture': place(1),
} satisfies Readonly<Record<string, Write>>

/** The draft and what is published of it, without what differs from world to world. */
export async function readState(lms: Lms, world: DraftWorld) {
  const { body } = await lms.call('teaching', people.owner, 'GET', world.base)
  const version: number | null = body.course.publishedVersion
  const assets: string[] = [...world.assets, ...world.arriving.map(({ id }) => id)]
  const named = (id: string | null | undefined) => assets.indexOf(id ?? '')
  const shown = (modules: readonly { title: string; lessons: readonly LessonFields[] }[]) =>
    modules.map(({ title, lessons }) => ({
      title,
      lessons: lessons.map((one) => [
        ...[one.title, one.text ?? null, one.completionShare ?? null, named(one.assetId)],
      ]),
    }))
  return {
    title: body.course.title,
    summary: body.course.summary,
    modules: shown(body.modules),
    published: version && shown((await readPublished(world.courseId, version)).modules),
  }
}

interface LessonFields {
  readonly title: string
  readonly text?: string | undefined
  readonly assetId?: string | null | undefined
  readonly completionShare?: number | undefined
}

async function readPublished(courseId: CourseId, version: number) {
  const Key = contentKeys.outline(courseId, version)
  const object = await new S3Client({}).send(new GetObjectCommand({ Bucket: 'content', Key }))
  return PublishedOutline.parse(JSON.parse((await object.Body?.transformToString()) ?? ''))
}
