import { paginateScan } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAnnouncementRepository } from '#adapters/dynamo/announcements/repository'
import { createSeenMarks } from '#adapters/dynamo/announcements/seen-marks'
import { createBurstRepository } from '#adapters/dynamo/bursts/repository'
import { createCopyings } from '#adapters/dynamo/copying/repository'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createEnrolmentCounter } from '#adapters/dynamo/enrolments/enrolment-counter'
import { earlierEnrolmentEntity } from '#adapters/dynamo/enrolments/entity'
import { createMoveEarlier } from '#adapters/dynamo/enrolments/move-earlier'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { createFileRepository } from '#adapters/dynamo/files/repository'
import { createEditorRepository } from '#adapters/dynamo/lessons/editors'
import { createOutlineRepository } from '#adapters/dynamo/lessons/repository'
import { createMembershipRepository } from '#adapters/dynamo/memberships/repository'
import { createNewsRepository } from '#adapters/dynamo/notifications/repository'
import { createCodes } from '#adapters/dynamo/people/codes'
import { createProgressRepository } from '#adapters/dynamo/progress/repository'
import { createSchedules } from '#adapters/dynamo/publishing/schedule-repository'
import { createRosterIndex } from '#adapters/dynamo/roster/roster-index'
import { openTable, type Table } from '#adapters/dynamo/table'
import { createUploadRepository } from '#adapters/dynamo/uploads/repository'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { createEncodingLedger } from '#adapters/dynamo/videos/encoding-ledger'
import { AnnouncementText } from '#contract/announcements/announcement'
import { announcementLimits } from '#contract/announcements/limits'
import { ArticleDocument } from '#contract/articles/document'
import { articleLimits } from '#contract/articles/limits'
import { publicPrefix, sealedFolder } from '#contract/courses/content-paths'
import { propertyLimits } from '#contract/courses/properties/limits'
import type { CourseFacts, PropertyChanges } from '#contract/courses/properties/properties'
import { KEPT_CHANGES } from '#contract/courses/publishing/history'
import { fileLimits, IMAGE_WIDTHS } from '#contract/files/limits'
import { MOST_LESSONS, MOST_MODULES } from '#contract/lessons/kinds/limits'
import { notificationLimits } from '#contract/notifications/limits'
import { assistantRights } from '#contract/people/course-rights'
import type { CourseId, LessonId, ModuleId } from '#contract/platform/ids'
import { ruleLimits } from '#contract/rules/limits'
import type { Release } from '#contract/rules/release'
import type { Rule } from '#contract/rules/rule'
import { say } from '#contract/say'
import { type Asset, MOST_CHAPTERS } from '#contract/videos/asset'
import type { SyllabusLesson } from '#core/courses/syllabus-ports'
import { handOf } from '#core/lessons/merge-change'
import { newId } from '#core/platform/ids'
import { transition } from '#core/videos/life/asset-state'
import { textOf } from '#test/support/announcement'
import { assetOf, sourceFacts } from '#test/support/asset'
import { draftOf } from '#test/support/course'
import { startTable } from '#test/support/dynamo'
import { everyEntity } from '#test/support/entities'
import { itemBytes, MOST_ITEM_BYTES } from '#test/support/item-bytes'
import { cameIn } from '#test/support/membership'
import { publicationOf } from '#test/support/publication'
import { asWritten } from '#test/support/said'

/** Three bytes for each character that a limit counts. */
const wide = (characters: number) => '漢'.repeat(characters)
const now = new Date('2026-11-24T10:00:00.123Z')
const at = now.toISOString()
const long = 86_399.12345678901
const person = 'u'.repeat(128)
/** S3's longest key. */
const key = 'k'.repeat(1024)

let engine: Awaited<ReturnType<typeof startTable>>
let table: Table
beforeAll(async () => {
  engine = await startTable()
  table = openTable(engine.name)
})
afterAll(() => engine?.close())

/** Tried, failed and tried again more often than its history is long, with all that an asset may have. */
const worstAsset = (courseId: CourseId): Asset => {
  const id = newId('ast', now)
  const source = sourceFacts({
    durationSeconds: long,
    frameRate: long,
    audio: Array.from({ length: 16 }, () => ({ language: 'und', channels: 2 })),
  })
  const rungs = (['1080p', '720p', '480p', '360p', '240p'] as const).map((name) => ({
    ...{ name, width: 1920, height: 1080, maxBitrate: 5_000_000 },
  }))
  const tag = (n: number) => `aa${String.fromCharCode(97 + (n % 26))}-aaaaaaaa-aaaaaaaa-aaaaaaaa`
  let asset = assetOf({
    ...{ id, courseId, fileName: wide(341), sourceKey: key, liveVersion: 1, source, rungs },
    liveFacts: { source, rungs },
    ...{ playbackUrl: key, hlsUrl: key, dashUrl: key, posterUrl: key, reusedFrom: id },
    captions: Array.from({ length: 50 }, (_, n) => ({
      ...{ language: tag(n), label: wide(60), revision: 1_000_000, cueCount: 100_000 },
      ...{ url: 'u'.repeat(200), updatedAt: at },
    })),
    chapters: Array.from({ length: MOST_CHAPTERS }, () => ({
      ...{ startSeconds: long, title: wide(120) },
    })),
  })
  for (let n = 0; n < 40; n += 1) {
    const of = { version: asset.version, attempt: asset.attempt }
    asset = transition(asset, { type: 'error', of, reason: asWritten(wide(20_000)) }, at)
    asset = transition(asset, { type: 'retried' }, at)
  }
  const of = { version: asset.version, attempt: asset.attempt }
  return transition(asset, { type: 'error', of, reason: asWritten(wide(20_000)) }, at)
}

const worstProperties = {
  description: wide(propertyLimits.description),
  ...{ language: 'zh-Hant-TW', level: 'intermediate', timeZone: 'America/Argentina/Buenos_Aires' },
  topics: Array.from({ length: propertyLimits.topics }, () => wide(propertyLimits.topic)),
  ...{ startsOn: '2026-11-24', endsOn: '2026-12-24' },
  cover: {
    ...{ fileId: newId('fil', new Date()), focus: 100, width: 1_600, height: 16_000 },
    ...{ widths: [480, 960, 1_600], formats: ['webp'] as 'webp'[] },
    folder: `/${sealedFolder(publicPrefix(newId('crs', new Date())), 's'.repeat(22), newId('fil', new Date()))}`,
  },
} as const satisfies Omit<PropertyChanges, 'cover'> & Pick<CourseFacts, 'cover'>

const worstSyllabus = (courseId: CourseId) => {
  const lessons = Array.from(
    { length: MOST_LESSONS },
    (): SyllabusLesson => ({
      ...{ kind: 'video', id: newId('les', now), assetId: newId('ast', now) },
      ...{ durationSeconds: long, completionShare: 0.12345678901234568 },
    }),
  )
  return {
    ...{ courseId, version: 1_000_000 },
    lessons: new Map(lessons.map((one) => [one.id, one])),
    audiences: new Map(lessons.map(({ id }) => [id, { who: 'members', from: at } as const])),
    release: worstRelease(lessons.map(({ id }) => id)),
  }
}

/** As many rules as a course may have, no two the same, which name modules of all lessons. */
const worstRelease = (lessons: readonly LessonId[]): Release => {
  const modules = Array.from({ length: MOST_MODULES }, (): ModuleId => newId('mod', now))
  const dayOf = (n: number) => new Date(now.getTime() + n * 86_400_000).toISOString().slice(0, 10)
  expect(lessons).toHaveLength(ruleLimits.ofCourse)
  const ruleOf = (n: number): Rule => {
    const moduleId = modules[n]
    const percent = 100 - (n % 99)
    return moduleId ? { when: 'module', moduleId, percent } : { when: 'day', on: dayOf(n) }
  }
  return {
    timeZone: 'America/Argentina/Buenos_Aires',
    rules: new Map(lessons.map((id, n) => [id, [ruleOf(n)]])),
    lessonsOf: new Map(
      modules.map((id, n) => [id, lessons.filter((_, at) => at % modules.length === n)]),
    ),
  }
}

/** Of more lessons than are taken, each with as many ranges as settle. */
const settleTheWorst = async (courseId: CourseId) => {
  const userId = 'settles'
  const progresses = createProgressRepository(table)
  const watched = () =>
    Array.from({ length: 8 }, (_, n): [number, number] => [
      n * 10_000 + Math.random() * 5_000,
      n * 10_000 + 5_000 + Math.random() * 4_999,
    ])
  for (let n = 0; n < 800; n += 1) {
    const one = { lessonId: newId('les', now), positionSeconds: long, completed: true }
    const stored = { ...one, watched: watched(), updatedAt: at }
    await progresses.save(userId, courseId, stored, null)
    if (n % 50 === 49) await progresses.list(userId, courseId)
  }
}

/** By somebody with the longest name, all of it. */
const handsOn = (fields: readonly string[]) => {
  const hand = handOf({ userId: person, name: wide(2048) }, now)
  return Object.fromEntries(fields.map((field) => [field, hand]))
}

const writeTheWorst = async () => {
  const courses = createCourseRepository(table)
  const outlines = createOutlineRepository(table)
  const enrolments = createEnrolmentRepository(table)
  const progresses = createProgressRepository(table)
  const assets = createAssetRepository(table)
  const course = draftOf('s'.repeat(60), {
    title: wide(120),
    summary: wide(500),
    ownerId: person,
    ownerName: wide(100),
  })
  const { id: courseId, slug, title, summary } = course
  await courses.create(course)
  const { description, ...facts } = worstProperties
  const written = await courses.write(course, {
    ...{ ...facts, description, slug: 'r'.repeat(60), visibility: 'unlisted', enrolling: 'closed' },
    formerSlugs: Array.from(
      { length: propertyLimits.formerSlugs },
      (_, n) => `${'s'.repeat(58)}${n}`,
    ),
    ...{ capacity: propertyLimits.capacity, revision: 1_000_000, updatedAt: at },
    changed: Object.fromEntries(Object.keys(course).map((name) => [name, 1_000_000])),
    hands: handsOn(Object.keys(course)),
  })
  expect(written).toBe('written')
  await courses.write(
    { ...course, revision: 1_000_000, slug: 'r'.repeat(60) },
    {
      ...{ visibility: 'public', revision: 1_000_001, changed: {}, updatedAt: at },
      hands: handsOn(Object.keys(course)),
    },
  )
  const moduleId = newId('mod', now)
  const lesson = { courseId, moduleId, title: wide(200), position: long }
  await outlines.addModule({ id: moduleId, courseId, title: wide(200), position: long })
  await outlines.addLesson({
    ...lesson,
    kind: 'article',
    id: newId('les', now),
    text: wide(50_000),
  })
  const value = wide(Math.floor((articleLimits.documentBytes - 100) / 3))
  const children = [{ type: 'paragraph', children: [{ type: 'text', value }] }]
  const longest = newId('les', now)
  await outlines.addLesson({
    ...lesson,
    kind: 'article',
    id: longest,
    text: ArticleDocument.parse({ version: 1, children }),
  })
  for (const [kind, id] of [['module', moduleId] as const, ['lesson', longest] as const]) {
    const set = { hands: handsOn(['title', 'audience', 'text']) }
    expect(await outlines.writeOutline(courseId, [{ kind, id, set, seen: {} }])).toBe(true)
  }
  // A name is an attribute of Cognito, of 2,048 characters at most.
  const card = { id: courseId, slug, title, summary, teacherName: wide(2048) }
  await courses.publish(
    {
      ...card,
      lessonCount: 2000,
      durationSeconds: long,
      publishedAt: at,
      version: 1_000_000,
      ...facts,
    },
    worstSyllabus(courseId),
    { expected: null, visibility: 'public' },
    publicationOf(courseId, 1_000_000, {
      ...{ by: wide(2048), userId: person, title: wide(120), changeCount: 1_000_000 },
      changes: Array.from({ length: KEPT_CHANGES }, () => ({
        ...{ what: 'lesson_moved', lesson: wide(200), from: wide(200), to: wide(200) },
      })),
    }),
  )

  await createEditorRepository(table).announce(
    courseId,
    person,
    { name: wide(2048), lessonId: newId('les', now), seenAt: at },
    long,
  )
  await createMembershipRepository(table).add(courseId, {
    ...{ userId: person, name: wide(100), role: 'assistant', rights: [...assistantRights] },
    ...{ addedAt: at, revision: 1_000_000 },
  })
  const announced = newId('ann', now)
  const letters = wide(Math.floor((announcementLimits.textBytes - 100) / 3))
  await createAnnouncementRepository(table).create({
    ...{ id: announced, courseId, title: wide(announcementLimits.title), pinned: true },
    text: AnnouncementText.parse(textOf(letters)),
    ...{ publishAt: at, editedAt: at, createdAt: at, authorId: person, authorName: wide(100) },
    revision: 1_000_000,
  })
  await createNewsRepository(table).write(
    {
      ...{ courseId, courseTitle: wide(120) },
      entries: Array.from({ length: notificationLimits.newsOfCourse }, () => ({
        ...{ id: announced, title: wide(announcementLimits.title), publishAt: at },
      })),
    },
    null,
  )
  await createSeenMarks(table).moveOn(person, courseId, at)
  await createSeenMarks(table).mute(person, courseId, true)
  await createSchedules(table).put({
    ...{ courseId, at, by: wide(2048), userId: person, failure: null },
  })

  await createCopyings(table).save({
    ...{ courseId, of: wide(120), state: 'failed', outlined: true, copied: 4_000, total: 4_000 },
    ...{ missing: Array.from({ length: 60 }, () => wide(1024)), without: false },
    ...{ startedAt: at, updatedAt: at },
  })

  const lessonId = newId('les', now)
  await enrolments.create({
    ...{ id: newId('enr', now), courseId, userId: person, enrolledAt: at, completedLessons: 2000 },
    ...{ countedVersion: 1_000_000, lastLessonId: lessonId, lastActiveAt: at, name: wide(100) },
    address: 'a'.repeat(2048),
  })
  const former = { id: newId('enr', now), courseId, userId: 'u'.repeat(127), enrolledAt: at }
  await enrolments.delete(former.userId, courseId, {
    ...{ ...former, name: wide(100), address: 'a'.repeat(2048), undoUntil: at },
    ...{ suspendedAt: at, endsOn: '2026-11-24', endsZone: 'z'.repeat(64) },
  })
  const codes = createCodes(table)
  await codes.add(courseId, {
    ...{ id: crypto.randomUUID(), code: 'A'.repeat(10), label: wide(60) },
    ...{ madeAt: at, stoppedAt: at, used: 1_000_000 },
  })
  await codes.mayTry(person, now)
  await createRosterIndex(table).apply(courseId, [
    { userId: person, name: wide(100), address: 'a'.repeat(2048), isEnrolled: true },
  ])
  await earlierEnrolmentEntity(table)
    .create({
      id: newId('enr', now),
      courseId: 'elsewhere',
      userId: person,
      enrolledAt: at,
      activeAt: at,
    })
    .go()
  await createMoveEarlier(table)(person, 'elsewhere')
  const watched = Array.from({ length: 200 }, (_, n): [number, number] => [n * 400.1, n * 400.7])
  const progress = { lessonId, positionSeconds: long, watched, completed: true, updatedAt: at }
  const beat = {
    at: now.getTime(),
    seconds: long,
    fresh: watched.slice(0, 25),
    completes: true,
  } as const
  const told = { ...progress, beat: { ...beat, again: beat.fresh } }
  await progresses.save(person, courseId, told, null)
  await settleTheWorst(courseId)
  await createEnrolmentCounter(table).apply(courseId, [cameIn(person)])
  await createBurstRepository(table).replace(courseId, 'opening', [new Date()])

  const asset = worstAsset(courseId)
  await assets.create(asset, { etag: 'e'.repeat(64), sequencer: '0'.repeat(64) })
  await assets.noteJob(asset.id, { id: 'j'.repeat(64), version: 1_000_000, attempt: 1_000_000 })
  await assets.noteContent(asset.id, { sha256: 'f'.repeat(64), version: 1_000_000 })
  const encode = { assetId: asset.id, version: 1_000_000, attempt: 1_000_000 }
  await createEncodingLedger(table).charge({ ...encode, month: '2026-11', costUsd: 1e6 }, null)
  await createUploadRepository(table).add({
    ...{ uploadId: 'u'.repeat(1000), courseId, key, mark: 'm'.repeat(200) },
    ...{ sizeBytes: 1e12, partSizeBytes: 1e9, partCount: 10_000 },
  })
  await createFileRepository(table).add({
    ...{ id: newId('fil', now), courseId, name: 'ع'.repeat(fileLimits.name) },
    ...{ use: 'any', bytes: 1e9, state: 'arriving', type: 'text', createdAt: now.toISOString() },
    image: { width: 10_000, height: 10_000, widths: [...IMAGE_WIDTHS] },
    refusal: say('file_over_limit', { bytes: 1e9, maxBytes: 1e9 }),
  })
}

it('holds every kind of item at its worst below DynamoDB’s 400 KB', async () => {
  await writeTheWorst()
  const largest: Record<string, number> = {}
  const pages = paginateScan(
    { client: table.client },
    { TableName: table.name, ConsistentRead: true },
  )
  for await (const { Items = [] } of pages)
    for (const item of Items) {
      const kind = String(item.__edb_e__)
      largest[kind] = Math.max(largest[kind] ?? 0, itemBytes(item))
    }
  const kinds = (await everyEntity(table)).map(({ entity }) => String(entity.schema.model.entity))
  expect(Object.keys(largest).sort()).toEqual([...new Set(kinds)].sort())
  for (const [kind, size] of Object.entries(largest))
    expect(size, `bytes of ${kind}`).toBeLessThan(MOST_ITEM_BYTES)
  // What settles is refused from 100 kB on.
  const { settledprogress = 0, ...rest } = largest
  expect(settledprogress).toBeGreaterThan(90_000)
  expect(settledprogress).toBeLessThan(101_000)
  // docs/access-patterns.md tells these.
  const inKilobytes = Object.entries(rest).flatMap(([kind, size]) =>
    size > 10_000 ? [[kind, Math.round(size / 1000)]] : [],
  )
  expect(Object.fromEntries(inKilobytes)).toEqual({
    announcement: 22,
    asset: 167,
    copying: 13,
    course: 43,
    coursenews: 41,
    lesson: 302,
    progress: 13,
    publication: 44,
    syllabus: 398,
  })
})
