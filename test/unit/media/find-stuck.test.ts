import { describe, expect, it } from 'vitest'
import { findStuck } from '#core/media/find-stuck'
import { ingestObject } from '#core/media/ingest'
import { runCommand } from '#core/media/run-command'
import { NOW, objectCreated, pipeline } from './pipeline-doubles.ts'

const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()

async function queuedLecture() {
  const surroundings = pipeline()
  await ingestObject(surroundings.deps, objectCreated())
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
    expect(await findStuck(deps)).toBe(0)
    setNow(later(600))
    expect(await findStuck(deps)).toBe(0)
    expect(asset().state).toBe('queued')
    expect(asked).toEqual([])
  })

  it('takes the end of a job from the job when its event was lost', async () => {
    const { deps, setNow, asset, jobStates, jobId, told } = await queuedLecture()
    jobStates.set(jobId, { status: 'complete', percent: 100, error: null })
    setNow(later(30))
    expect(await findStuck(deps)).toBe(1)
    expect(asset()).toMatchObject({ state: 'ready', liveVersion: 1 })
    expect(told).toEqual([])
  })

  it('tells why when the job failed unheard', async () => {
    const { deps, setNow, asset, jobStates, jobId, told } = await queuedLecture()
    jobStates.set(jobId, { status: 'error', percent: 0, error: 'Demuxer failed' })
    setNow(later(30))
    expect(await findStuck(deps)).toBe(1)
    expect(asset().reason).toMatch(/Demuxer failed/)
    expect(told.map(({ state }) => state)).toEqual(['failed'])
  })

  it('sends a queued video for its job when the job never was', async () => {
    const { deps, setNow, asset, jobStates, jobs, records, asked } = await queuedLecture()
    const record = records.get(asset().id)
    if (record) records.set(asset().id, { ...record, job: null })
    jobStates.clear()
    setNow(later(30))
    expect(await findStuck(deps)).toBe(1)
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
    await expect(ingestObject(dying, objectCreated())).rejects.toThrow('Timeout')
    const states: string[] = []
    for (let run = 1; run <= 3; run += 1) {
      setNow(later(40 * run))
      expect(await findStuck(dying)).toBe(1)
      states.push(`${all()[0]?.state} ${all()[0]?.attempt}`)
    }
    expect(states).toEqual(['uploaded 2', 'uploaded 3', 'failed 3'])
    expect(asked).toHaveLength(2)
    expect(all()[0]?.reason).toMatch(/got stuck 3 times/)
    expect(told).toHaveLength(1)
    setNow(later(1000))
    expect(await findStuck(dying)).toBe(0)
  })

  it('asks again for a deletion that was broken off', async () => {
    const { deps, setNow, asset, put, asked } = await queuedLecture()
    put({ ...asset(), state: 'deleting' })
    setNow(later(30))
    expect(await findStuck(deps)).toBe(1)
    expect(asked).toEqual([`delete ${asset().id}`])
  })

  it('tries what a budget holds back once in each new month', async () => {
    const { deps, setNow, all, asked, told } = pipeline()
    const held = { ...deps, policy: { monthlyBudgetUsd: 0.01, releasedBy: 'admins' } as const }
    await ingestObject(held, objectCreated())
    setNow(later(60))
    expect(await findStuck(held)).toBe(0)
    expect(all()[0]).toMatchObject({ state: 'held', attempt: 1 })
    setNow(new Date(Date.parse(NOW) + 32 * 86_400_000).toISOString())
    expect(await findStuck(held)).toBe(0)
    expect(asked).toEqual([`encode ${all()[0]?.id}`])
    expect(all()[0]).toMatchObject({ state: 'uploaded', attempt: 2, reason: null })
    await runCommand(held, { command: 'encode', assetId: all()[0]?.id ?? 'ast_' })
    expect(all()[0]).toMatchObject({ state: 'held', attempt: 2 })
    expect(told).toHaveLength(2)
    setNow(new Date(Date.parse(NOW) + 32 * 86_400_000 + 3_600_000).toISOString())
    await findStuck(held)
    expect(asked).toHaveLength(1)
  })
})
