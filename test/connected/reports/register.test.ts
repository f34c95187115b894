import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createLearnerNames } from '#adapters/dynamo/enrolments/learner-names'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { createOutlineRepository } from '#adapters/dynamo/lessons/repository'
import { openTable, type Table } from '#adapters/dynamo/table'
import { createPeopleRegister } from '#adapters/warehouse/people-register'
import { Pseudonym } from '#contract/events/recorded-event'
import { CourseId } from '#contract/platform/ids'
import { newId } from '#core/platform/ids'
import { type S3Server, startS3 } from '#local/s3/server'
import { clientSettings, credentials } from '#local/service/clients'
import { draftOf } from '#test/support/course'
import { startTable } from '#test/support/dynamo'

const bucket = 'lake'
let folder: string
let server: S3Server
let client: S3Client
let engine: Awaited<ReturnType<typeof startTable>>
beforeAll(async () => {
  engine = await startTable()
  folder = await mkdtemp(join(tmpdir(), 'lectern-register-'))
  server = await startS3({
    ...{ port: 0, dataDir: folder, region: 'us-east-1', credentials },
    buckets: [{ name: bucket }],
    onEvent: () => undefined,
  })
  client = new S3Client({ ...clientSettings(server.url), forcePathStyle: true })
})
afterAll(async () => {
  client?.destroy()
  await server?.close()
  await engine?.close()
  await rm(folder, { recursive: true, force: true })
})

/** All that is stored, keys and contents. */
const everything = async () => {
  const all = server.store.list(bucket).map(async ({ key }) => {
    const object = await server.store.read(bucket, key)
    return [key, object ? (await buffer(object.stream)).toString() : ''] as const
  })
  return Object.fromEntries(await Promise.all(all))
}

it('gives a person one name, whoever asks and however many at once', async () => {
  const environments = Array.from({ length: 8 }, () => createPeopleRegister(client, bucket))
  const names = await Promise.all(environments.map((one) => one.pseudonymOf('usr-many')))
  expect(new Set(names).size).toBe(1)
  const [name = ''] = names
  expect(Pseudonym.parse(name)).toBe(name)
  expect(await everything()).toEqual({
    'people/by-user/usr-many': name,
    [`people/by-pseudonym/${name}`]: 'usr-many',
  })
})

it('gives each person another', async () => {
  const register = createPeopleRegister(client, bucket)
  const names = await Promise.all(['usr-a', 'usr-b', 'usr-a'].map(register.pseudonymOf))
  expect(names[0]).toBe(names[2])
  expect(names[0]).not.toBe(names[1])
})

const handOf = (userId: string) => ({ userId, name: `Name of ${userId}`, at: '2026-11-28' })
const STAYS = handOf('usr-stays')

/** A course, a module and a lesson that both changed; and who changed what of them. */
async function changedDrafts(table: Table) {
  const courses = createCourseRepository(table)
  const outlines = createOutlineRepository(table)
  const draft = draftOf('erased')
  const { id: courseId } = draft
  await courses.create(draft)
  const set = {
    ...{ revision: 2, changed: { title: 2, summary: 2 } },
    hands: { title: handOf('usr-gone'), summary: STAYS },
  }
  expect(await courses.write(draft, { ...set, updatedAt: draft.updatedAt })).toBe('written')
  const [id, lessonId] = [newId('mod', new Date()), newId('les', new Date())]
  const at = { courseId, title: 'Maps', position: 1 }
  await outlines.addModule(
    { ...at, id },
    { ...at, id: lessonId, moduleId: id, kind: 'article', text: '' },
  )
  const write = { set, seen: {} }
  expect(
    await outlines.writeOutline(courseId, [
      { kind: 'module', id, ...write },
      { kind: 'lesson', id: lessonId, ...write },
    ]),
  ).toBe(true)
  return async () => {
    const stored = [
      await courses.readVersioned(courseId),
      await outlines.readModule(courseId, id),
      await outlines.readLesson(courseId, lessonId),
    ]
    return stored.map((one) => one?.hands)
  }
}

it('forgets whoever is erased: nothing that is stored leads from the name to the person', async () => {
  const table = openTable(engine.name)
  const enrolments = createEnrolmentRepository(table)
  const names = createLearnerNames(table)
  const courses = [1, 2].map((n) => CourseId.parse(newId('crs', new Date(n))))
  for (const courseId of courses)
    for (const userId of ['usr-gone', 'usr-stays'])
      await enrolments.create({
        ...{ id: newId('enr', new Date()), courseId, userId, name: `Name of ${userId}` },
        ...{ enrolledAt: new Date().toISOString(), completedLessons: 0, countedVersion: null },
        ...{ lastLessonId: null, lastActiveAt: null },
      })
  const drafts = await changedDrafts(table)
  const name = await createPeopleRegister(client, bucket).pseudonymOf('usr-gone')
  const erase = async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        'scripts/erase-person.ts',
        '--bucket',
        bucket,
        '--table',
        engine.name,
        '--user',
        'usr-gone',
        '--yes',
      ],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          AWS_ENDPOINT_URL_S3: server.url,
          AWS_REGION: 'us-east-1',
          AWS_ACCESS_KEY_ID: credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        },
      },
    )
    return stdout
  }
  expect(await erase()).toMatch(
    /usr-gone is forgotten.* out of 2 enrolments, 0 teams of courses, 0 announcements, and 3 drafts/,
  )
  expect(await drafts()).toEqual(Array.from({ length: 3 }, () => ({ summary: STAYS })))
  for (const courseId of courses)
    expect(await names.inCourse(courseId, ['usr-gone', 'usr-stays', 'usr-other'])).toEqual(
      new Map([['usr-stays', 'Name of usr-stays']]),
    )
  expect(await enrolments.get('usr-gone', courses[0] ?? '')).toMatchObject({ name: '' })
  const stored = JSON.stringify(await everything())
  expect(stored).not.toContain('usr-gone')
  expect(stored).not.toContain(name)
  expect(await erase()).toContain('does not know usr-gone')
  expect(await createPeopleRegister(client, bucket).pseudonymOf('usr-gone')).not.toBe(name)
})
