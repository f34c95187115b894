import { S3Client, UploadPartCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAssetRepository } from '#adapters/dynamo/asset-repository'
import { createEncodingLedger } from '#adapters/dynamo/encoding-ledger'
import type { AssetCard } from '#contract/models/asset'
import { monthOf } from '#core/media/budget'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, type World } from '#test/support/world'

let lms: Lms
beforeAll(async () => {
  lms = await startLms()
})
afterAll(() => lms?.close())

const teach = (method: string, address: string, body?: unknown) =>
  lms.call('teaching', people.owner, method, address, body)
const assetAddress = ({ courseId, assetId }: World) =>
  `/teaching/courses/${courseId}/assets/${assetId}`
const assets = () => createAssetRepository(lms.table)

async function showInLesson({ courseId, moduleId, assetId }: World) {
  const lesson = { kind: 'video', title: 'Kernel', assetId }
  const address = `/teaching/courses/${courseId}/modules/${moduleId}/lessons`
  return (await teach('POST', address, lesson)).body.id as string
}

describe('A video that lessons show', () => {
  it('is not deleted while the draft or the published version shows it, and names those lessons', async () => {
    const world = await makeWorld(lms)
    const lessonId = await showInLesson(world)
    expect((await teach('DELETE', assetAddress(world))).body.error.message).toContain('“Kernel”')

    await teach('POST', `/teaching/courses/${world.courseId}/versions`)
    const { body } = await teach('GET', assetAddress(world))
    expect(body.uses).toEqual([{ lessonId, title: 'Kernel', published: true }])

    await teach('DELETE', `/teaching/courses/${world.courseId}/lessons/${lessonId}`)
    const refused = await teach('DELETE', assetAddress(world))
    expect(refused).toMatchObject({ status: 409 })
    expect(refused.body.error.message).toContain('“Kernel” (published)')

    await teach('POST', `/teaching/courses/${world.courseId}/versions`)
    expect((await teach('DELETE', assetAddress(world))).status).toBe(204)
  })

  it('is gone from the list at once, and told to whoever asks what changed', async () => {
    const world = await makeWorld(lms)
    const before = new Date().toISOString()
    await teach('DELETE', assetAddress(world))
    const list = `/teaching/courses/${world.courseId}/assets`
    expect((await teach('GET', list)).body.items).toEqual([])
    const changed: AssetCard[] = (await teach('GET', `${list}?changedSince=${before}`)).body.items
    expect(changed.map(({ id, state }) => [id, state])).toEqual([[world.assetId, 'deleting']])
    const lesson = { kind: 'video', title: 'Late', assetId: world.assetId }
    const address = `/teaching/courses/${world.courseId}/modules/${world.moduleId}/lessons`
    expect((await teach('POST', address, lesson)).status).toBe(404)
  })
})

describe('A video that is held', () => {
  it('is released once, and what it costs is counted', async () => {
    const world = await makeWorld(lms)
    const asset = await assets().get(world.assetId)
    if (asset) await assets().save({ ...asset, state: 'held', estimatedCostUsd: 3 })
    const before = await createEncodingLedger(lms.table).spentIn(monthOf(new Date()))
    const released = await teach('POST', `${assetAddress(world)}/release`)
    expect(released).toMatchObject({ status: 200, body: { state: 'queued', reason: null } })
    expect((await teach('POST', `${assetAddress(world)}/release`)).status).toBe(409)
    const estimate = await teach('POST', `/teaching/courses/${world.courseId}/encoding-estimates`, {
      durationSeconds: 60,
      width: 640,
      height: 360,
    })
    expect(estimate.body.budget).toEqual({
      month: monthOf(new Date()),
      spentUsd: before + 3,
      limitUsd: null,
      mayRelease: true,
    })
  })
})

describe('Captions', () => {
  it('that somebody saved meanwhile are replaced by whoever has seen them alone', async () => {
    const world = await makeWorld(lms)
    const save = (said: string, revision?: number) =>
      teach('PUT', `${assetAddress(world)}/captions/es`, {
        text: `WEBVTT\n\n00:00.000 --> 00:02.000\n${said}\n`,
        revision,
      })
    expect((await save('Hola', 0)).body.captions[0].revision).toBe(1)
    const refused = await save('Buenas', 0)
    expect(refused.status).toBe(409)
    expect(refused.body.error.message).toMatch(/Somebody saved other captions meanwhile/)
    expect((await save('Hola', 0)).status).toBe(200)
    expect((await save('Buenas', 1)).status).toBe(200)
    expect((await save('Buen día')).status).toBe(200)
  })
})

describe('An upload from the browser', () => {
  const start = (world: World, file: object) =>
    teach('POST', `/teaching/courses/${world.courseId}/uploads`, {
      fileName: '03 Kernel.mp4',
      sizeBytes: 5,
      ...file,
    })

  it('goes to the folder that was dropped, and to no other course’s', async () => {
    const world = await makeWorld(lms)
    const { body } = await start(world, { folder: '02 Linear maps/../day\\1' })
    expect(body.key).toBe(`${world.course}/02 Linear maps/_/day_1/03 Kernel.mp4`)
  })

  it('goes to where the video lies that it replaces, of the same course alone', async () => {
    const world = await makeWorld(lms)
    const asset = await assets().get(world.assetId)
    const { body } = await start(world, { replaces: world.assetId })
    expect(body.key).toBe(asset?.sourceKey)
    const parts = `/teaching/courses/${world.courseId}/uploads/${encodeURIComponent(body.uploadId)}/parts`
    const signed = await teach('POST', parts, { key: body.key, partNumbers: [1] })
    expect(signed.status).toBe(200)
    const other = await makeWorld(lms)
    expect((await start(other, { replaces: world.assetId })).status).toBe(404)
  })

  it('is complete however often it is asked for, as long as the object is the one that was sent', async () => {
    const world = await makeWorld(lms)
    const begin = async () => (await start(world, { replaces: world.assetId })).body
    const send = async ({ key, uploadId }: { key: string; uploadId: string }) => {
      const part = { Key: key, UploadId: uploadId, PartNumber: 1, Body: 'video' }
      await new S3Client({}).send(
        new UploadPartCommand({ Bucket: process.env.INGEST_BUCKET, ...part }),
      )
    }
    const complete = async ({ key, mark, uploadId }: Record<string, string>) => {
      const address = `/teaching/courses/${world.courseId}/uploads/${encodeURIComponent(uploadId ?? '')}`
      return (await teach('POST', `${address}/completion`, { key, mark })).status
    }
    const [first, second] = [await begin(), await begin()]
    await send(first)
    expect([await complete(first), await complete(first)]).toEqual([204, 204])
    await send(second)
    await complete(second)
    expect([await complete(first), await complete(second)]).toEqual([404, 204])
  })

  it('puts captions beside the video that they are called after, however a computer spells it', async () => {
    const world = await makeWorld(lms)
    const asset = await assets().get(world.assetId)
    const sourceKey = `${world.course}/Día uno/canción.mp4`.normalize('NFC')
    if (asset) await assets().save({ ...asset, sourceKey })
    const beside = (fileName: string) => start(world, { beside: world.assetId, fileName })
    expect((await beside('canción.es.srt'.normalize('NFD'))).body.key).toBe(
      sourceKey.replace('.mp4', '.es.srt'),
    )
    const refused = await beside('another.es.srt')
    expect(refused.status).toBe(400)
    expect(refused.body.error.issues[0].message).toMatch(/canción\.en\.vtt/)
    expect((await start(await makeWorld(lms), { beside: world.assetId })).status).toBe(404)
  })
})
