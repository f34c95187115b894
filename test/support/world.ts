import { randomUUID } from 'node:crypto'
import { PutObjectCommand, S3Client, UploadPartCommand } from '@aws-sdk/client-s3'
import { createAnnouncementRepository } from '#adapters/dynamo/announcements/repository'
import { createMembershipRepository } from '#adapters/dynamo/memberships/repository'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { contentKeys } from '#contract/courses/content'
import type { MembershipTerms } from '#contract/memberships/team'
import {
  type AnnouncementId,
  type AssetId,
  CourseId,
  FileId,
  LessonId,
  ModuleId,
} from '#contract/platform/ids'
import type { Asset } from '#contract/videos/asset'
import { newId } from '#core/platform/ids'
import { mediaUrls } from '#core/videos/playback/publish-playback'
import { announcementOf } from './announcement.ts'
import { assetOf, sourceFacts } from './asset.ts'
import type { Person } from './gateway-event.ts'
import type { Lms } from './lms.ts'

/**
 * Everybody who may stand before a route. `stranger` teaches, but not this course; `teacher` and those who assist are of
 * its team, and authors of no course of the site.
 */
export const people = {
  nobody: null,
  learner: { sub: 'lin' },
  enrolled: { sub: 'enid' },
  stranger: { sub: 'eve', groups: 'author' },
  owner: { sub: 'ada', groups: 'author' },
  admin: { sub: 'root', groups: 'admin' },
  teacher: { sub: 'tia' },
  assistant: { sub: 'asa' },
  mayEdit: { sub: 'asa.edit' },
  mayPublish: { sub: 'asa.publish' },
  mayMedia: { sub: 'asa.media' },
  mayReports: { sub: 'asa.reports' },
  maySettings: { sub: 'asa.settings' },
  mayAnnounce: { sub: 'asa.announce' },
  mayPeople: { sub: 'asa.people' },
} satisfies Record<string, Person | null>

export type Who = keyof typeof people

/** As what they stand in a world’s course who are of its team. */
export const team = {
  teacher: { role: 'teacher', rights: [] },
  assistant: { role: 'assistant', rights: [] },
  mayEdit: { role: 'assistant', rights: ['edit'] },
  mayPublish: { role: 'assistant', rights: ['publish'] },
  mayMedia: { role: 'assistant', rights: ['media'] },
  mayReports: { role: 'assistant', rights: ['reports'] },
  maySettings: { role: 'assistant', rights: ['settings'] },
  mayAnnounce: { role: 'assistant', rights: ['announce'] },
  mayPeople: { role: 'assistant', rights: ['people'] },
} as const satisfies Partial<Record<Who, MembershipTerms>>

/** A published course with one of everything in it, and a learner. Routes' params are named as here. */
export interface World {
  readonly course: string
  readonly courseId: CourseId
  readonly moduleId: ModuleId
  readonly lessonId: LessonId
  readonly assetId: AssetId
  /** A draft with something to read in it. */
  readonly announcementId: AnnouncementId
  readonly language: 'en'
  readonly fileId: FileId
  readonly uploadId: string
  readonly uploadKey: string
  /** Of somebody of its team alone, who assists and may nothing. */
  readonly userId: string
  /** Of somebody who learns in this course alone. */
  readonly learnerId: string
  /** Of its one code. */
  readonly codeId: string
  readonly code: string
  /** What is published. */
  readonly version: number
}

let made = 0

export const makeWorld = async (lms: Lms, owner: Person = people.owner): Promise<World> => {
  const teach = async (method: string, address: string, body?: unknown) => {
    const answer = await lms.call('teaching', owner, method, address, body)
    if (answer.status >= 300) throw new Error(`${method} ${address}: ${answer.status}`)
    return answer.body
  }
  made += 1
  const course = await teach('POST', '/teaching/courses', { title: `World ${made}` })
  const courseId = CourseId.parse(course.id)
  const base = `/teaching/courses/${courseId}`
  const moduleId = ModuleId.parse((await teach('POST', `${base}/modules`, { title: 'One' })).id)
  const lesson = { kind: 'article', title: 'Read me', text: 'Hello' }
  const { id } = await teach('POST', `${base}/modules/${moduleId}/lessons`, lesson)
  await teach('POST', `${base}/versions`)
  await lms.call('learning', people.enrolled, 'PUT', `/my/courses/${courseId}`)
  const asset = readyAsset(courseId)
  await createAssetRepository(lms.table).create(asset, { etag: `etag-${made}`, sequencer: '01' })
  await putEncode(courseId, asset.id)
  const announcement = announcementOf({ courseId, title: 'The exam' })
  await createAnnouncementRepository(lms.table).create(announcement)
  const learnerId = `learns-${made}`
  await lms.call('learning', { sub: learnerId }, 'PUT', `/my/courses/${courseId}`)
  const codeId = randomUUID()
  const { code } = await teach('POST', `${base}/codes`, { id: codeId, label: 'Class 1' })
  const userId = `helps-${made}`
  await addTeam(lms, courseId, userId)
  const notes = { name: 'notes.pdf', bytes: 5 }
  const { file } = await teach('POST', `${base}/files`, notes)
  const more = { fileName: 'more.mp4', sizeBytes: 5 }
  const upload = await teach('POST', `${base}/uploads`, more)
  await new S3Client({}).send(
    new UploadPartCommand({
      Bucket: process.env.INGEST_BUCKET,
      Key: upload.key,
      UploadId: upload.uploadId,
      PartNumber: 1,
      Body: 'video',
    }),
  )
  return {
    course: course.slug,
    courseId,
    moduleId,
    lessonId: LessonId.parse(id),
    assetId: asset.id,
    announcementId: announcement.id,
    language: 'en',
    fileId: FileId.parse(file.id),
    uploadId: upload.uploadId,
    uploadKey: upload.key,
    userId,
    learnerId,
    codeId,
    code,
    version: 1,
  }
}

const addTeam = async (lms: Lms, courseId: CourseId, helper: string) => {
  const memberships = createMembershipRepository(lms.table)
  const addedAt = new Date().toISOString()
  const add = (userId: string, { role, rights }: (typeof team)[keyof typeof team]) =>
    memberships.add(courseId, {
      ...{ userId, name: userId, role, rights: [...rights] },
      ...{ addedAt, revision: 1 },
    })
  await Promise.all([
    add(helper, team.assistant),
    ...Object.entries(team).map(([who, terms]) => add(people[who as keyof typeof team].sub, terms)),
  ])
}

/** What the encoder leaves of a version, as far as our own code reads it. */
export const putEncode = async (courseId: CourseId, assetId: AssetId) => {
  const files = {
    'index.m3u8': '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nindex_240p.m3u8\n',
    'index.mpd': '<MPD><Period></Period></MPD>',
    'poster.0000000.jpg': 'a picture',
  }
  const s3 = new S3Client({})
  for (const [name, Body] of Object.entries(files))
    await s3.send(
      new PutObjectCommand({
        Bucket: process.env.CONTENT_BUCKET,
        Key: `${contentKeys.encode(courseId, assetId, 1)}${name}`,
        Body,
      }),
    )
}

/** A video that learners can see, but for what is said. */
export const readyAsset = (courseId: CourseId, facts: Partial<Asset> = {}): Asset => {
  const now = new Date()
  const id = newId('ast', now)
  return assetOf({
    id,
    courseId,
    fileName: 'kernel.mp4',
    sourceKey: `${courseId}/kernel.mp4`,
    liveVersion: 1,
    state: 'ready',
    percent: 100,
    source: sourceFacts(),
    estimatedCostUsd: 0.01,
    ...mediaUrls(courseId, id),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    ...facts,
  })
}
