import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { paginateScan } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { courseEntity } from '#adapters/dynamo/courses/entity'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { say } from '#contract/say'
import type { Person } from '#test/support/gateway-event'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people } from '#test/support/world'

let lms: Lms
beforeAll(async () => {
  lms = await startLms()
})
afterAll(() => lms?.close())

it.each<[string, Person]>([
  ['without a name', { ...people.admin, name: '' }],
  ['whose name is an address', { ...people.admin, name: 'root@example.org' }],
])('keeps no address of a teacher %s where others read', async (_, teacher) => {
  const { courseId, course, assetId } = await makeWorld(lms, teacher)
  const assets = createAssetRepository(lms.table)
  const asset = await assets.get(assetId)
  if (!asset) throw new Error('The world has no asset.')
  await assets.save({ ...asset, state: 'held' })
  const base = `/teaching/courses/${courseId}`
  const released = await lms.call('teaching', teacher, 'POST', `${base}/assets/${assetId}/release`)
  expect(released.status).toBe(200)
  const captions = `${base}/assets/${assetId}/captions/en`
  await lms.call('teaching', teacher, 'PUT', captions, {
    text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n',
  })

  const published = await lms.call('catalog', null, 'GET', `/courses/${course}`)
  expect(published.body.teacherName).toBe('')
  const { asset: told } = (await lms.call('teaching', teacher, 'GET', `${base}/assets/${assetId}`))
    .body
  expect(told.history.at(-1).note).toEqual(say('released_unnamed'))
  expect(await everythingKept()).not.toContain('@example.org')
})

it('knows the name that an earlier version published for who gave none', async () => {
  const { courseId, course } = await makeWorld(lms, { ...people.admin, name: 'Ada' })
  const courses = courseEntity(lms.table)
  const { data } = await courses.get({ id: courseId }).go({ consistent: true })
  if (!data?.card) throw new Error('The course has no card.')
  const card = { ...data.card, teacherName: 'A teacher' }
  await courses.patch({ id: courseId }).set({ card }).go()
  const page = await lms.call('catalog', null, 'GET', `/courses/${course}`)
  expect(page.body.teacherName).toBe('')
})

/**
 * What is stored is what could be answered, by routes of today and of tomorrow; but a learner's address, which stands in
 * their enrolment for those who manage the course's people (ADR 39).
 */
async function everythingKept(): Promise<string> {
  const kept: string[] = []
  const { client, name: TableName } = lms.table
  for await (const { Items = [] } of paginateScan({ client }, { TableName }))
    kept.push(
      JSON.stringify(
        Items.map(({ address, ...item }) =>
          item.__edb_e__ === 'enrolment' ? item : { ...item, address },
        ),
      ),
    )
  for (const Bucket of ['ingest', 'content'])
    for (const { key: Key } of lms.s3.store.list(Bucket)) {
      const object = await new S3Client({}).send(new GetObjectCommand({ Bucket, Key }))
      kept.push(
        Key,
        JSON.stringify(object.Metadata),
        (await object.Body?.transformToString()) ?? '',
      )
    }
  expect(kept.length).toBeGreaterThan(3)
  return kept.join('\n')
}
