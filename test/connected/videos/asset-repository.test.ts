import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTable } from '#adapters/dynamo/table'
import { assetEntity } from '#adapters/dynamo/videos/asset-entity'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { CourseId } from '#contract/platform/ids'
import { say } from '#contract/say'
import type { Asset } from '#contract/videos/asset'
import { newId } from '#core/platform/ids'
import type { AssetRecord, AssetRepository } from '#core/videos/asset-ports'
import { transition } from '#core/videos/life/asset-state'
import { newAsset } from '#core/videos/life/new-asset'
import { startTable } from '#test/support/dynamo'
import { whyOf } from '#test/support/said'

let engine: Awaited<ReturnType<typeof startTable>>
let assets: AssetRepository
beforeAll(async () => {
  engine = await startTable()
  assets = createAssetRepository(openTable(engine.name))
})
afterAll(() => engine?.close())

let count = 0
const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 6, minute)).toISOString()
const newCourse = () => CourseId.parse(newId('crs', new Date()))

function uploaded(courseId: CourseId | null, minute = 0) {
  count += 1
  return newAsset({
    id: newId('ast', new Date()),
    courseId,
    fileName: 'lecture.mp4',
    sourceKey: `algebra/${count}.mp4`,
    sizeBytes: 1000,
    at: at(minute),
  })
}
const write = (etag: string, sequencer = '01') => ({ etag, sequencer })

async function created(courseId: CourseId | null, minute = 0, etag = `etag-${count}`) {
  const asset = uploaded(courseId, minute)
  expect(await assets.create(asset, write(etag))).toBe('created')
  return asset
}

async function recordOf({ id }: Asset): Promise<AssetRecord> {
  const record = await assets.getRecord(id)
  if (!record) throw new Error(`${id} is gone`)
  return record
}

describe('The asset repository', () => {
  it('knows the asset that an object is, and gives an object to no second one', async () => {
    const first = uploaded(newCourse())
    const second = { ...uploaded(newCourse()), sourceKey: first.sourceKey }
    expect(await assets.create(first, write('a'))).toBe('created')
    expect(await assets.create(second, write('b'))).toBe('exists')
    expect((await assets.findBySource(first.sourceKey))?.asset).toEqual(first)
    expect(await assets.get(second.id)).toBeNull()
    expect(await assets.findBySource(first.sourceKey.toUpperCase())).toBeNull()
  })

  it('gives the object of an asset that is being deleted to the one that comes instead', async () => {
    const old = await created(newCourse())
    const heir = { ...uploaded(old.courseId), sourceKey: old.sourceKey }
    expect(await assets.create(heir, write('b'), old.id)).toBe('created')
    await assets.remove(await recordOf(old))
    expect((await assets.findBySource(old.sourceKey))?.asset.id).toBe(heir.id)
  })

  it('saves only over what was read, and a new write with what became of it', async () => {
    const courseId = newCourse()
    const asset = await created(courseId, 0, 'before')
    const record = await recordOf(asset)
    const replaced = transition(
      asset,
      { type: 'replaced', sizeBytes: 2000, fileName: 'lecture.mp4', courseId },
      at(1),
    )
    expect(await assets.saveWrite(record, replaced, write('after', '02'))).toBe(true)
    expect(await assets.saveWrite(record, replaced, write('after', '02'))).toBe(false)
    expect(await assets.save(asset, { updatedAt: asset.updatedAt })).toBe(false)
    expect((await recordOf(asset)).asset).toEqual(replaced)
    expect((await recordOf(asset)).write).toEqual(write('after', '02'))
  })

  it('puts an upload on its course’s shelf once the course exists', async () => {
    const asset = await created(null)
    const courseId = newCourse()
    const replaced = transition(
      asset,
      { type: 'replaced', sizeBytes: 1000, fileName: 'lecture.mp4', courseId },
      at(1),
    )
    await assets.saveWrite(await recordOf(asset), replaced, write('again', '02'))
    const { items } = await assets.listByCourse(courseId, { limit: 10 })
    expect(items.map(({ id }) => id)).toEqual([asset.id])
    const { items: lost } = await assets.listWithoutCourse({ limit: 100 })
    expect(lost.map(({ id }) => id)).not.toContain(asset.id)
  })

  it('recognises the same bytes in every course, until they are others or gone', async () => {
    const [here, there] = [await created(newCourse()), await created(newCourse())]
    for (const { id } of [here, there]) await assets.noteContent(id, { sha256: 'aa', version: 1 })
    expect((await assets.findBySha256('aa')).map(({ asset }) => asset.id).sort()).toEqual(
      [here.id, there.id].sort(),
    )
    await assets.noteContent(here.id, { sha256: 'bb', version: 2 })
    await assets.remove(await recordOf(there))
    expect(await assets.findBySha256('aa')).toEqual([])
  })

  it('keeps the first job that is noted of an attempt', async () => {
    const asset = await created(newCourse())
    const noted = async (id: string, version: number, attempt: number) => {
      await assets.noteJob(asset.id, { id, version, attempt })
      return (await recordOf(asset)).job?.id
    }
    expect(await noted('job-1', 1, 1)).toBe('job-1')
    expect(await noted('job-2', 1, 1)).toBe('job-1')
    expect(await noted('job-3', 1, 2)).toBe('job-3')
    expect(await noted('job-4', 2, 2)).toBe('job-4')
  })

  it('hides what is being deleted from the list, but not from whoever asks what changed', async () => {
    const courseId = newCourse()
    const [kept, leaving] = [await created(courseId, 1), await created(courseId, 2)]
    const deleting = transition(leaving, { type: 'deleting' }, at(5))
    await assets.save(deleting)
    const { items } = await assets.listByCourse(courseId, { limit: 10 })
    expect(items).toEqual([kept])
    const { items: changed } = await assets.listChanged(courseId, at(5), { limit: 10 })
    expect(changed).toEqual([deleting])
    const { items: all } = await assets.listChanged(courseId, at(0), { limit: 10 })
    expect(all).toEqual([deleting, kept])
  })

  it('lists for the watch what is to be moved by itself, longest due first, and puts it back', async () => {
    const courseId = newCourse()
    const old = new Date(Date.UTC(2025, 0, 1)).toISOString()
    const idle = { ...uploaded(courseId), updatedAt: old, state: 'rejected' as const }
    const held = { ...uploaded(courseId), updatedAt: old, state: 'held' as const }
    const waiting = { ...uploaded(courseId), updatedAt: old, state: 'queued' as const }
    const leaving = { ...uploaded(courseId), updatedAt: old, state: 'deleting' as const }
    for (const asset of [idle, held, waiting, leaving]) await assets.create(asset, write(asset.id))
    const due = async () => {
      const found = await assets.listToWatch(at(0).replace('2026', '2025'), 50)
      return found.map(({ asset }) => asset.id)
    }
    // What is held back is due in the month after.
    const others = [waiting.id, leaving.id].sort()
    expect(await due()).toEqual([...others, held.id])
    const first = await recordOf(others[0] === waiting.id ? waiting : leaving)
    const later = new Date(Date.UTC(2025, 5, 1)).toISOString()
    expect(await assets.watchLater(first, later)).toBe(true)
    expect(await due()).toEqual([others[1], held.id, others[0]])
    expect(await recordOf(first.asset)).toEqual(first)
    const stale = { ...first, asset: { ...first.asset, updatedAt: later } }
    expect(await assets.watchLater(stale, later)).toBe(false)
    await assets.noteJob(waiting.id, { id: 'job-1', version: 1, attempt: 1 })
    expect((await recordOf(waiting)).job).toEqual({ id: 'job-1', version: 1, attempt: 1 })
    await assets.save({ ...waiting, state: 'ready' })
    expect((await due()).sort()).toEqual([held.id, leaving.id].sort())
    expect(await assets.watchLater(await recordOf(waiting), later)).toBe(false)
  })

  it('keeps a sentence that an earlier version stored, as it was written', async () => {
    const old = 'The file is empty (0 bytes). Check the original and upload it again.'
    const asset = await created(newCourse())
    const entry = { at: at(0), version: 1, state: 'rejected' as const }
    const table = openTable(engine.name)
    await assetEntity(table)
      .patch({ id: asset.id })
      .set({
        asset: {
          ...asset,
          state: 'rejected',
          reason: old,
          history: [
            { ...entry, note: old },
            { ...entry, note: null },
          ],
        },
      })
      .go()
    const said = { code: 'as_written', params: { text: old } }
    const stored = await assets.get(asset.id)
    expect(stored).toMatchObject({
      reason: said,
      history: [
        { ...entry, note: said },
        { ...entry, note: null },
      ],
    })
    expect(whyOf(stored)).toBe(old)
    // What follows is kept beside it.
    if (stored) await assets.save(transition(stored, { type: 'retried' }, at(1)))
    expect((await assets.get(asset.id))?.history.map(({ note }) => note?.code)).toEqual([
      'as_written',
      undefined,
      'tried_again',
    ])
  })

  it('lists 200 assets with a long history each by one query', async () => {
    const courseId = newCourse()
    const history = Array.from({ length: 30 }, (_, n) => ({
      at: at(n),
      version: 1,
      state: 'failed' as const,
      note: say('encoding_cancelled'),
    }))
    const many = Array.from({ length: 201 }, () => ({ ...uploaded(courseId), history }))
    for (let from = 0; from < many.length; from += 25)
      await Promise.all(
        many.slice(from, from + 25).map((asset) => assets.create(asset, write(asset.id))),
      )
    const { items, nextCursor } = await assets.listByCourse(courseId, { limit: 200 })
    expect(items).toHaveLength(200)
    expect(nextCursor).not.toBeNull()
  })
})
