import { describe, expect, it } from 'vitest'
import { ingestVideo } from '#core/videos/intake/ingest-video'
import { runCommand } from '#core/videos/run-command'
import { findStuck } from '#core/videos/watch/find-stuck'
import { PRICE } from '#test/support/asset'
import { whyOf } from '#test/support/said'
import { NOW, objectCreated, pipeline } from '#test/unit/videos/pipeline-doubles'

const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()

async function queuedLecture() {
  const surroundings = pipeline()
  await ingestVideo(surroundings.deps, objectCreated())
  const asset = () => {
    const [first] = surroundings.all()
    if (!first) throw new Error('The lecture vanished')
    return first
  }
  return { ...surroundings, asset, jobId: [...surroundings.jobStates.keys()][0] ?? '' }
}

describe('The watch', () => {
  it('leaves alone what is young, and what waits in the transcoder’s queue', async () => {
    const { deps, setNow, asset, asked } = await queuedLecture()
    setNow(later(10))
    expect(await findStuck(deps)).toEqual({ stuck: 0, errors: [] })
    setNow(later(600))
    expect(await findStuck(deps)).toEqual({ stuck: 0, errors: [] })
    expect(asset().state).toBe('queued')
    expect(asked).toEqual([])
  })

  it('takes the end of a job from the job when its event was lost', async () => {
    const { deps, setNow, asset, jobStates, jobId, told } = await queuedLecture()
    jobStates.set(jobId, { status: 'complete', phase: null, percent: 100, error: null })
    setNow(later(30))
    expect(await findStuck(deps)).toEqual({ stuck: 1, errors: [] })
    expect(asset()).toMatchObject({ state: 'ready', liveVersion: 1 })
    expect(told).toEqual([])
  })

  it('tells why when the job failed unheard', async () => {
    const { deps, setNow, asset, jobStates, jobId, told } = await queuedLecture()
    const error = { detail: 'Demuxer failed', errorCode: 1040 }
    jobStates.set(jobId, { status: 'error', phase: null, percent: 0, error })
    setNow(later(30))
    expect(await findStuck(deps)).toEqual({ stuck: 1, errors: [] })
    expect(whyOf(asset())).toMatch(/Demuxer failed/)
    expect(told.map(({ state }) => state)).toEqual(['failed'])
  })

  it('sends a queued video for its job when the job never was', async () => {
    const { deps, setNow, asset, jobStates, jobs, records, asked } = await queuedLecture()
    const record = records.get(asset().id)
    if (record) records.set(asset().id, { ...record, job: null })
    jobStates.clear()
    setNow(later(30))
    expect(await findStuck(deps)).toEqual({ stuck: 0, errors: [] })
    setNow(later(160))
    expect(await findStuck(deps)).toEqual({ stuck: 1, errors: [] })
    expect(asked).toEqual([`encode ${asset().id}`])
    await runCommand(deps, { command: 'encode', assetId: asset().id })
    expect(jobs).toHaveLength(2)
    expect(asset().attempt).toBe(1)
  })

  it('begins a probe anew that died, three times in all, and then gives up with a sentence', async () => {
    const { deps, refusals, setNow, all, asked, told } = pipeline()
    const transcoder = { ...deps.transcoder, probe: () => Promise.reject(new Error('Timeout')) }
    const dying = { ...deps, transcoder }
    expect(refusals).toEqual([])
    await expect(ingestVideo(dying, objectCreated())).rejects.toThrow('Timeout')
    const states: string[] = []
    for (const minutes of [40, 170, 300]) {
      setNow(later(minutes))
      expect(await findStuck(dying)).toEqual({ stuck: 1, errors: [] })
      states.push(`${all()[0]?.state} ${all()[0]?.attempt}`)
    }
    expect(states).toEqual(['uploaded 2', 'uploaded 3', 'failed 3'])
    expect(asked).toHaveLength(2)
    expect(whyOf(all()[0])).toMatch(/got stuck 3 times/)
    expect(told).toHaveLength(1)
    setNow(later(1000))
    expect(await findStuck(dying)).toEqual({ stuck: 0, errors: [] })
  })

  it('asks again for a deletion that was broken off', async () => {
    const { deps, setNow, asset, put, asked } = await queuedLecture()
    put({ ...asset(), state: 'deleting' })
    setNow(later(30))
    expect(await findStuck(deps)).toEqual({ stuck: 1, errors: [] })
    expect(asked).toEqual([`delete ${asset().id}`])
  })

  it('tries what a budget holds back in another month, the longest held first, and tells nobody again', async () => {
    const { deps, setNow, all, asked, told } = pipeline()
    const held = {
      ...deps,
      policy: { monthlyBudgetUsd: 0.01, release: 'admins', price: PRICE } as const,
    }
    for (const [minutes, name] of ['a', 'b', 'c'].entries()) {
      setNow(later(minutes))
      const object = { key: `linear-algebra/${name}.mp4`, etag: name, sequencer: `000${minutes}` }
      await ingestVideo(held, objectCreated(object))
    }
    setNow(later(60))
    expect(await findStuck(held)).toEqual({ stuck: 0, errors: [] })
    expect(all().map(({ state }) => state)).toEqual(['held', 'held', 'held'])

    setNow(new Date(Date.parse(NOW) + 32 * 86_400_000).toISOString())
    const richer = { ...held, policy: { ...held.policy, monthlyBudgetUsd: 0.033 } }
    await findStuck(richer)
    await findStuck(richer)
    expect(asked).toEqual([`encode ${all()[0]?.id}`, `encode ${all()[1]?.id}`])
    expect(all().map(({ state, attempt }) => `${state} ${attempt}`)).toEqual([
      'queued 1',
      'queued 1',
      'held 1',
    ])
    expect(told).toHaveLength(3)
    await runCommand(richer, { command: 'encode', assetId: all()[0]?.id ?? 'ast_' })
    expect(await richer.ledger.spentIn('2026-12')).toBeCloseTo(0.03)
  })

  it('counts one encode where what a budget holds back is the same twice', async () => {
    const { deps, setNow, all, asked, hashes } = pipeline()
    const held = {
      ...deps,
      policy: { monthlyBudgetUsd: 0.01, release: 'admins', price: PRICE } as const,
    }
    for (const [minutes, name] of ['a', 'b'].entries()) {
      hashes.set(`linear-algebra/${name}.mp4`, 'aa')
      setNow(later(minutes))
      await ingestVideo(held, objectCreated({ key: `linear-algebra/${name}.mp4`, etag: name }))
    }
    setNow(new Date(Date.parse(NOW) + 32 * 86_400_000).toISOString())
    const richer = { ...held, policy: { ...held.policy, monthlyBudgetUsd: 1 } }
    await findStuck(richer)
    expect(asked).toEqual(all().map(({ id }) => `encode ${id}`))
    for (const { id } of all()) await runCommand(richer, { command: 'encode', assetId: id })
    expect(all().map(({ state }) => state)).toEqual(['queued', 'probing'])
    expect(await richer.ledger.spentIn('2026-12')).toBeCloseTo(0.015)
  })

  it('is kept from no asset by another that cannot be moved, and gives that one up in the end', async () => {
    const { deps, setNow, all, asked, jobStates, told } = pipeline()
    await ingestVideo(deps, objectCreated())
    await ingestVideo(deps, objectCreated({ key: 'linear-algebra/b.mp4', etag: 'b' }))
    const [broken, other] = all()
    const [jobId] = jobStates.keys()
    jobStates.set(jobId ?? '', { status: 'complete', phase: null, percent: 100, error: null })
    const files = { ...deps.files, readText: () => Promise.reject(new Error('No manifest')) }
    const watching = { ...deps, files }
    await deps.assets.save({ ...other, state: 'deleting' } as NonNullable<typeof other>)
    setNow(later(30))
    const { stuck, errors } = await findStuck(watching)
    expect(stuck).toBe(2)
    expect(errors).toMatchObject([{ message: `Asset ${broken?.id} cannot be moved` }])
    expect(asked).toEqual([`delete ${other?.id}`])
    expect(told).toEqual([])
    setNow(later(601))
    await findStuck(watching)
    expect(all()[0]).toMatchObject({ state: 'failed' })
    expect(told.map(({ state }) => state)).toEqual(['failed'])
  })

  it('does not take a thousand files for stuck that wait for the workers', async () => {
    const { deps, setNow, all, asked } = pipeline()
    const aborted = { ...deps, place: () => Promise.reject(new Error('Ended')) }
    for (let n = 0; n < 20; n += 1) {
      const object = { key: `linear-algebra/${n}.mp4`, etag: `${n}` }
      await ingestVideo(aborted, objectCreated(object)).catch(() => {})
    }
    for (const asset of all()) await deps.assets.save({ ...asset, state: 'uploaded' })
    setNow(later(110))
    expect(await findStuck(deps)).toEqual({ stuck: 0, errors: [] })
    expect(asked).toEqual([])
  })

  it('stops when its time is over, and begins the next run with the others', async () => {
    const { deps, setNow, all, asked } = pipeline()
    for (let n = 0; n < 5; n += 1) {
      setNow(later(n))
      await ingestVideo(
        deps,
        objectCreated({ key: `linear-algebra/${n}.mp4`, etag: `${n}`, sequencer: `000${n}` }),
      )
    }
    for (const asset of all()) await deps.assets.save({ ...asset, state: 'deleting' })
    setNow(later(60))
    let left = 2
    await findStuck(deps, () => left-- > 0)
    expect(asked).toEqual(
      all()
        .slice(0, 2)
        .map(({ id }) => `delete ${id}`),
    )
    await findStuck(deps)
    expect(asked).toEqual(all().map(({ id }) => `delete ${id}`))
  })

  it('is kept from the others by no asset that ends the run with it', async () => {
    const { deps, setNow, all, asked } = pipeline()
    await ingestVideo(deps, objectCreated())
    setNow(later(1))
    await ingestVideo(deps, objectCreated({ key: 'linear-algebra/b.mp4', etag: 'b' }))
    const [, other] = all()
    await deps.assets.save({ ...other, state: 'deleting' } as NonNullable<typeof other>)
    setNow(later(60))
    // It never comes back from asking for the first one's job, until its environment is ended.
    const asking = Promise.withResolvers<void>()
    const find = () => {
      asking.resolve()
      return new Promise<never>(() => {})
    }
    const hanging = { ...deps, transcoder: { ...deps.transcoder, find } }
    void findStuck(hanging)
    await asking.promise
    expect(asked).toEqual([])
    await findStuck(hanging)
    expect(asked).toEqual([`delete ${other?.id}`])
  })
})
