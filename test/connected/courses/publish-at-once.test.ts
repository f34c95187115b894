import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contentKeys, PublishedOutline } from '#contract/courses/content'
import type { CourseId } from '#contract/platform/ids'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people } from '#test/support/world'

let lms: Lms
beforeAll(async () => {
  lms = await startLms()
})
afterAll(() => lms?.close())

const publish = (courseId: CourseId) =>
  lms.call('teaching', people.owner, 'POST', `/teaching/courses/${courseId}/versions`)
const rename = (courseId: CourseId, title: string) =>
  lms.call('teaching', people.owner, 'PATCH', `/teaching/courses/${courseId}`, { title })
const readOutline = async (courseId: CourseId, version: number) => {
  const Key = contentKeys.outline(courseId, version)
  const object = await new S3Client({}).send(new GetObjectCommand({ Bucket: 'content', Key }))
  return PublishedOutline.parse(JSON.parse((await object.Body?.transformToString()) ?? ''))
}

it('lets one of several that publish at once win, and tells the others', async () => {
  const { courseId } = await makeWorld(lms)
  const answers = await Promise.all(Array.from({ length: 6 }, () => publish(courseId)))
  const won = answers.filter(({ status }) => status === 201)
  expect(won).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(5)

  const { publishedVersion, publishedAt } = won[0]?.body ?? {}
  expect(await readOutline(courseId, publishedVersion)).toMatchObject({ publishedAt })
})

it('leaves what stands under a version as it was, and goes on past a publishing that failed half-way', async () => {
  const { courseId } = await makeWorld(lms)
  await rename(courseId, 'Published')
  await publish(courseId)
  const published = await readOutline(courseId, 2)

  const Key = contentKeys.outline(courseId, 3)
  const Body = 'left behind'
  await new S3Client({}).send(new PutObjectCommand({ Bucket: 'content', Key, Body }))
  await rename(courseId, 'Again')
  const answer = await publish(courseId)
  expect(answer).toMatchObject({ status: 201, body: { publishedVersion: 4 } })
  expect(await readOutline(courseId, 4)).toMatchObject({ title: 'Again', version: 4 })
  expect(await readOutline(courseId, 2)).toEqual(published)
})
