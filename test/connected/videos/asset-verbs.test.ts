import { HeadObjectCommand, S3Client, UploadPartCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { createEncodingLedger } from '#adapters/dynamo/videos/encoding-ledger'
import type { AssetCard } from '#contract/videos/asset'
import { monthOf } from '#core/videos/encode/budget'
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

  it('is not deleted while an article shows it, in the draft or to learners', async () => {
    const world = await makeWorld(lms)
    const { courseId, moduleId, assetId } = world
    const children = [{ type: 'blockquote', children: [{ type: 'video', assetId, children: [] }] }]
    const article = { kind: 'article', title: 'Waves', text: { version: 1, children } }
    const made = await teach(
      'POST',
      `/teaching/courses/${courseId}/modules/${moduleId}/lessons`,
      article,
    )
    const lessonId = made.body.id
    expect((await teach('DELETE', assetAddress(world))).body.error.message).toContain('“Waves”')
    await teach('POST', `/teaching/courses/${courseId}/versions`)
    await teach('PATCH', `/teaching/courses/${courseId}/lessons/${lessonId}`, { text: 'Words.' })
    const { body } = await teach('GET', assetAddress(world))
    expect(body.uses).toEqual([{ lessonId, title: 'Waves', published: true }])
    expect((await teach('DELETE', assetAddress(world))).status).toBe(409)
    await teach('POST', `/teaching/courses/${courseId}/versions`)
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

  interface Sent {
    readonly key: string
    readonly uploadId: string
  }
  const addressOf = ({ courseId }: World, { uploadId }: Sent) =>
    `/teaching/courses/${courseId}/uploads/${encodeURIComponent(uploadId)}`
  const sendPart = ({ key, uploadId }: Sent, PartNumber: number, Body: string | Buffer) =>
    new S3Client({}).send(
      new UploadPartCommand({
        Bucket: process.env.INGEST_BUCKET,
        Key: key,
        UploadId: uploadId,
        PartNumber,
        Body,
      }),
    )
  const completion = (world: World, upload: Sent) =>
    teach('POST', `${addressOf(world, upload)}/completion`, { key: upload.key })

  it('goes to the folder that was dropped, and to no other course’s', async () => {
    const world = await makeWorld(lms)
    const { body } = await start(world, { folder: '02 Linear maps/../day\\1' })
    expect(body.key).toBe(`${world.course}/02 Linear maps/_/day_1/03 Kernel.mp4`)
  })

  it.each([
    ['a name with a control', { fileName: 'lec\u0007ture.mp4' }, 'body.fileName'],
    ['a name with a byte order mark', { fileName: 'lec\ufeffture.mp4' }, 'body.fileName'],
    ['a folder with a mark of direction', { folder: 'week \u202e1' }, 'body.folder'],
    ['half a character', { fileName: '\ud83d.mp4' }, 'body.fileName'],
    ['a media type on two lines', { contentType: 'video/mp4\r\nx-evil: 1' }, 'body.contentType'],
    ['too many bytes', { folder: '한'.repeat(200), fileName: `${'é'.repeat(250)}.mp4` }, 'body'],
  ])('is refused with %s, and told why', async (_, facts, path) => {
    const { status, body } = await start(await makeWorld(lms), facts)
    expect(status).toBe(400)
    expect(body.error.issues[0].path).toContain(path)
  })

  it('keeps the joints of letters, and as many of them as S3 takes', async () => {
    const world = await makeWorld(lms)
    const room = 1024 - Buffer.byteLength(`${world.course}/w/.mp4`) - 9
    const fileName = `می\u200cخ${'x'.repeat(room)}.mp4`
    const { status, body } = await start(world, { folder: 'w', fileName })
    expect(status).toBe(201)
    expect(body.key).toBe(`${world.course}/w/${fileName}`)
    expect(Buffer.byteLength(body.key)).toBe(1024)
    expect((await start(world, { folder: 'w', fileName: `x${fileName}` })).status).toBe(400)
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
    const send = (upload: Sent) => sendPart(upload, 1, 'video')
    const complete = async (upload: Sent) => (await completion(world, upload)).status
    const [first, second] = [await begin(), await begin()]
    await send(first)
    expect([await complete(first), await complete(first)]).toEqual([204, 204])
    await send(second)
    await complete(second)
    expect([await complete(first), await complete(second)]).toEqual([404, 204])
  })

  it('with a hole is not joined: what is missing or of another size is named, and sent again', async () => {
    const world = await makeWorld(lms)
    const { body: upload } = await start(world, { sizeBytes: 20_971_520 })
    expect(upload).toMatchObject({ partSizeBytes: 8_388_608, partCount: 3 })
    const arrived = async () => {
      const asked = { key: upload.key, partNumbers: [1] }
      return (await teach('POST', `${addressOf(world, upload)}/parts`, asked)).body.arrived
    }
    await sendPart(upload, 1, Buffer.alloc(8_388_608))
    await sendPart(upload, 3, Buffer.alloc(4_194_304))
    const holed = await completion(world, upload)
    expect(holed).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
    expect(holed.body.error.message).toMatch(/part 2 of 3 not arrived/)
    expect(await arrived()).toEqual([1, 3])

    await sendPart(upload, 2, Buffer.alloc(6_000_000))
    const short = await completion(world, upload)
    expect(short).toMatchObject({ status: 409 })
    expect(short.body.error.message).toMatch(
      /part 2 of another size .*6000000 bytes, and not 8388608/,
    )
    expect(await arrived()).toEqual([1, 3])

    await sendPart(upload, 2, Buffer.alloc(8_388_608))
    expect((await completion(world, upload)).status).toBe(204)
    const object = { Bucket: process.env.INGEST_BUCKET, Key: upload.key }
    expect((await new S3Client({}).send(new HeadObjectCommand(object))).ContentLength).toBe(
      20_971_520,
    )
  })

  it('takes no address for a part that its file does not have, nor for another object', async () => {
    const world = await makeWorld(lms)
    const { body: upload } = await start(world, {})
    const parts = `${addressOf(world, upload)}/parts`
    expect((await teach('POST', parts, { key: upload.key, partNumbers: [2] })).status).toBe(400)
    const other = `${world.course}/another.mp4`
    expect((await teach('POST', parts, { key: other, partNumbers: [1] })).status).toBe(404)
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
