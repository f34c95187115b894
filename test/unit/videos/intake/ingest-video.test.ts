import { describe, expect, it } from 'vitest'
import type { Asset } from '#contract/videos/asset'
import { ingestVideo } from '#core/videos/intake/ingest-video'
import { transition } from '#core/videos/life/asset-state'
import type { ProbedSource, ProbeResult } from '#core/videos/ports'
import { runCommand } from '#core/videos/run-command'
import { Refusal } from '#core/videos/source/refusal'
import { PRICE, sourceFacts } from '#test/support/asset'
import { asWritten, saysInEnglish, whyOf } from '#test/support/said'
import {
  COURSE_ID,
  lecture,
  NOW,
  objectCreated,
  pipeline,
} from '#test/unit/videos/pipeline-doubles'

describe('An upload', () => {
  it('becomes one queued asset of its course, with its rungs, its cost and one job', async () => {
    const { deps, jobs, tags, all } = pipeline()
    const outcome = await ingestVideo(deps, objectCreated())
    expect(outcome.kind).toBe('submitted')
    const [asset] = all()
    expect(asset).toMatchObject({
      courseId: COURSE_ID,
      fileName: 'lecture.mp4',
      state: 'queued',
      estimatedCostUsd: 0.0162,
    })
    expect(jobs).toEqual([expect.objectContaining({ assetId: asset?.id, rungs: asset?.rungs })])
    expect(tags.get('linear-algebra/lecture.mp4')).toEqual({
      'lectern-asset': asset?.id,
      'lectern-state': 'queued',
    })
  })

  it('makes neither a second asset nor a second job when its event comes twice', async () => {
    const { deps, jobs, all } = pipeline()
    await ingestVideo(deps, objectCreated())
    await ingestVideo(deps, objectCreated())
    expect(all()).toHaveLength(1)
    expect(jobs).toHaveLength(1)
  })

  it('gets no second job when its event comes again while the first is at work', async () => {
    const { deps, jobs, all, put } = pipeline()
    await ingestVideo(deps, objectCreated())
    const [queued] = all()
    if (queued) put({ ...queued, state: 'transcoding', percent: 40 })
    const outcome = await ingestVideo(deps, objectCreated())
    expect(outcome).toMatchObject({ kind: 'submitted', jobId: 'job-1' })
    expect(jobs).toHaveLength(1)
    expect(all()[0]).toMatchObject({ state: 'transcoding', percent: 40 })
  })

  it('does not come back by a late event once it was deleted', async () => {
    const { deps, all, deleted, told } = pipeline()
    await ingestVideo(deps, objectCreated())
    const [asset] = all()
    await deps.assets.save({ ...asset, state: 'deleting' } as NonNullable<typeof asset>)
    expect((await ingestVideo(deps, objectCreated())).kind).toBe('duplicate')
    await runCommand(deps, { command: 'delete', assetId: asset?.id ?? 'ast_' })
    expect(deleted).toContain('linear-algebra/lecture.mp4')
    expect((await ingestVideo(deps, objectCreated())).kind).toBe('ignored')
    expect(all()).toEqual([])
    expect(told).toEqual([])
  })

  it('that is deleted while it is read costs nothing, and tells nobody', async () => {
    const { deps, all, charges, jobs, told } = pipeline()
    const sha256 = async () => {
      const record = await deps.assets.findBySource('linear-algebra/lecture.mp4')
      if (record) await deps.assets.remove(record)
      return null
    }
    const outcome = await ingestVideo(
      { ...deps, sources: { ...deps.sources, sha256 } },
      objectCreated(),
    )
    expect(outcome.kind).toBe('overtaken')
    expect([all(), [...charges], jobs, told]).toEqual([[], [], [], []])
  })

  it('gets its job from the next try when the first could not start one', async () => {
    const { deps, jobs, refusals, all } = pipeline()
    refusals.push(new Error('Too many requests'))
    await expect(ingestVideo(deps, objectCreated())).rejects.toThrow('Too many requests')
    await ingestVideo(deps, objectCreated())
    expect(all()).toHaveLength(1)
    expect(jobs).toHaveLength(1)
  })

  it('that the transcoder refuses fails at once, with its words, and is told of', async () => {
    const { deps, jobs, refusals, all, told, tags, charges } = pipeline()
    refusals.push({
      kind: 'refused',
      by: 'settings',
      detail: '/outputGroups/0: Should have a width.',
    })
    const outcome = await ingestVideo(deps, objectCreated())
    expect(outcome.kind).toBe('failed')
    expect(all()[0]).toMatchObject({ state: 'failed' })
    expect(whyOf(all()[0])).toBe(
      'The encoder does not take this video (/outputGroups/0: Should have a width). Export it again, as MP4 with H.264 if in doubt, and upload that. If the same is said of it, show this sentence to the operator of this site.',
    )
    expect(told).toMatchObject([{ state: 'failed' }])
    expect(tags.get('linear-algebra/lecture.mp4')?.['lectern-state']).toBe('failed')
    expect(jobs).toEqual([])
    // Nothing was begun that would have to be paid for.
    expect(charges.size).toBe(0)
  })

  it('for a course that does not exist is rejected, and says which', async () => {
    const { deps, jobs, all } = pipeline()
    await ingestVideo(deps, objectCreated({ key: 'linear-algebar/lecture.mp4' }))
    expect(all()[0]).toMatchObject({ courseId: null, state: 'rejected' })
    expect(whyOf(all()[0])).toContain('There is no course “linear-algebar”')
    expect(jobs).toEqual([])
  })

  it('in no folder is rejected, and says where it belongs', async () => {
    const { deps, all } = pipeline()
    await ingestVideo(deps, objectCreated({ key: 'lecture.mp4' }))
    expect(whyOf(all()[0])).toContain('s3://ingest/linear-algebra/lecture.mp4')
  })

  it.each([
    ['linear-algebra/a\\b.mp4', /a backslash/],
    ['linear-algebra//b.mp4', /a folder without a name/],
    ['linear-algebra/a\u0007.mp4', /cannot be seen/],
  ])('under the odd name %j is rejected, and says why', async (key, sentence) => {
    const { deps, all } = pipeline()
    await ingestVideo(deps, objectCreated({ key }))
    expect(whyOf(all()[0])).toMatch(sentence)
  })

  it('of captions is left alone', async () => {
    const { deps, all, tags } = pipeline()
    const outcome = await ingestVideo(deps, objectCreated({ key: 'linear-algebra/lecture.vtt' }))
    expect(outcome.kind).toBe('ignored')
    expect(all()).toEqual([])
    expect(tags.size).toBe(0)
  })

  const video = (facts: object): ProbeResult =>
    lecture.kind === 'readable'
      ? { kind: 'readable', source: { ...lecture.source, ...facts } }
      : lecture

  it.each<[string, ProbeResult, number, RegExp]>([
    ['zero bytes', lecture, 0, /empty \(0 bytes\)/],
    ['too many bytes', lecture, 10_001, /at most 0\.0 GB/],
    ['a text', { kind: 'unreadable' }, 1000, /not a video that can be read/],
    ['sound alone', { kind: 'no_picture' }, 1000, /no picture/],
    ['an object removed meanwhile', { kind: 'missing' }, 1000, /removed/],
    [
      'too long a video',
      video({ durationSeconds: 3601 }),
      1000,
      /lasts 61 minutes, and at most 60/,
    ],
    ['too small a picture', video({ width: 16, height: 16 }), 1000, /16 × 16 pixels/],
    ['a codec that is not accepted', video({ videoCodec: 'PRORES' }), 1000, /coded as PRORES/],
  ])('of %s is rejected with a sentence', async (_what, probe, size, sentence) => {
    const { deps, jobs, tags, told, all } = pipeline(probe)
    const limits = { ...deps.limits, codecs: ['AVC', 'HEVC'] }
    const outcome = await ingestVideo({ ...deps, limits }, objectCreated({ size }))
    expect(outcome.kind).toBe('rejected')
    expect(told).toHaveLength(1)
    expect(all()[0]).toMatchObject({ state: 'rejected', reason: saysInEnglish(sentence) })
    expect(tags.get('linear-algebra/lecture.mp4')?.['lectern-state']).toBe('rejected')
    expect(jobs).toEqual([])
  })

  it('is encoded when the same content was rejected before', async () => {
    const bad = pipeline({ kind: 'unreadable' })
    await ingestVideo(bad.deps, objectCreated())
    const deps = { ...bad.deps, transcoder: pipeline().deps.transcoder }
    const outcome = await ingestVideo(deps, objectCreated({ sequencer: '0002' }))
    expect(outcome.kind).toBe('submitted')
  })
})

describe('Another upload of the same key', () => {
  const again = (facts = {}) => objectCreated({ etag: 'etag-2', sequencer: '0002', ...facts })

  it('is the next version of the same asset, and stops the job of the one before', async () => {
    const { deps, jobs, jobStates, all } = pipeline()
    await ingestVideo(deps, objectCreated())
    const outcome = await ingestVideo(deps, again({ size: 2000 }))
    expect(outcome.kind).toBe('submitted')
    expect(all()).toEqual([expect.objectContaining({ version: 2, attempt: 1, sizeBytes: 2000 })])
    expect(jobs.map(({ version }) => version)).toEqual([1, 2])
    expect([...jobStates.values()].map(({ status }) => status)).toEqual(['canceled', 'submitted'])
  })

  it('changes nothing when it is told of late, or twice', async () => {
    const { deps, jobs, all } = pipeline()
    await ingestVideo(deps, objectCreated())
    await ingestVideo(deps, again())
    const late = await ingestVideo(deps, objectCreated())
    await ingestVideo(deps, again())
    expect(late.kind).toBe('duplicate')
    expect(all()).toEqual([expect.objectContaining({ version: 2 })])
    expect(jobs).toHaveLength(2)
  })

  it('orders writes by their sequencers, whatever length these have', async () => {
    const { deps, all } = pipeline()
    await ingestVideo(deps, objectCreated({ sequencer: 'FF' }))
    await ingestVideo(deps, again({ sequencer: '0100' }))
    await ingestVideo(deps, again({ sequencer: 'fe', etag: 'etag-0' }))
    expect(all()[0]?.version).toBe(2)
  })

  it('with the same content changes nothing, but is tagged', async () => {
    const { deps, jobs, tags, all, put } = pipeline()
    await ingestVideo(deps, objectCreated())
    tags.clear()
    const outcome = await ingestVideo(deps, objectCreated({ sequencer: '0002' }))
    expect(outcome).toMatchObject({ kind: 'submitted', jobId: 'job-1' })
    expect(all()[0]?.version).toBe(1)
    expect(jobs).toHaveLength(1)
    expect(tags.get('linear-algebra/lecture.mp4')?.['lectern-asset']).toBe(all()[0]?.id)
    put({ ...all()[0], state: 'ready', liveVersion: 1 } as Asset)
    const later = await ingestVideo(deps, objectCreated({ sequencer: '0003' }))
    expect(later.kind).toBe('known')
    expect(tags.get('linear-algebra/lecture.mp4')?.['lectern-state']).toBe('ready')
  })

  it('is another asset once the one before is being deleted', async () => {
    const { deps, put, all } = pipeline()
    await ingestVideo(deps, objectCreated())
    const [old] = all()
    if (old) put({ ...old, state: 'deleting' })
    await ingestVideo(deps, again())
    expect(all().map(({ state, version }) => `${state} ${version}`)).toEqual([
      'deleting 1',
      'queued 1',
    ])
  })
})

const recorded = (facts: Partial<ProbedSource>): ProbeResult => ({
  kind: 'readable',
  source: { ...sourceFacts(), ...facts },
})

describe('An end that needs somebody', () => {
  it('is told of even when its call breaks off before it is saved', async () => {
    const { deps, told, all } = pipeline({ kind: 'no_picture' })
    const save = async (...args: Parameters<typeof deps.assets.save>) => {
      if (args[0].state === 'rejected') throw new Error('The table did not answer')
      return deps.assets.save(...args)
    }
    const broken = { ...deps, assets: { ...deps.assets, save } }
    await expect(ingestVideo(broken, objectCreated())).rejects.toThrow('did not answer')
    expect(told.map(({ state }) => state)).toEqual(['rejected'])
    await ingestVideo(deps, objectCreated())
    expect(all()[0]?.state).toBe('rejected')
    await ingestVideo(deps, objectCreated())
    expect(told).toHaveLength(2)
  })

  it.each([
    ['archived', /archive of S3/],
    ['key', /key that this site may not use/],
    ['rights', /show this sentence to the operator/],
  ] as const)(
    'comes at once where S3 refuses for good (%s), and a retry begins anew',
    async (kind, sentence) => {
      const { deps, told, jobs, all } = pipeline()
      const refuse = () => Promise.reject(new Refusal(kind, { cause: new Error('Access Denied') }))
      const refused = { ...deps, sources: { ...deps.sources, readStructure: refuse } }
      expect((await ingestVideo(refused, objectCreated())).kind).toBe('failed')
      expect(all()[0]).toMatchObject({ state: 'failed', reason: saysInEnglish(sentence) })
      expect(told).toHaveLength(1)
      const [failed] = all()
      if (!failed) throw new Error('The lecture vanished')
      await deps.assets.save(transition(failed, { type: 'retried' }, NOW))
      await runCommand(deps, { command: 'encode', assetId: failed.id })
      expect(jobs).toHaveLength(1)
    },
  )

  it('comes when a part of the file is missing, whatever the probe makes of the rest', async () => {
    const { deps, structures, jobs, all } = pipeline()
    structures.set('linear-algebra/lecture.mp4', { isCutOff: true })
    await ingestVideo(deps, objectCreated())
    expect(whyOf(all()[0])).toMatch(/cut off/)
    expect(jobs).toEqual([])
  })

  it.each([
    ['its length', { durationSeconds: null }, /how long the video is.*export it as MP4/],
    ['its frame rate', { frameRate: null }, /how many pictures.*export it as MP4/],
  ])('asks for another file when nobody tells %s', async (_what, facts, sentence) => {
    const { deps, jobs, all } = pipeline(recorded(facts))
    await ingestVideo(deps, objectCreated())
    expect(all()[0]).toMatchObject({ state: 'rejected', reason: saysInEnglish(sentence) })
    expect(jobs).toEqual([])
  })

  it('does not come when the file itself tells what the probe leaves out', async () => {
    const { deps, structures, jobs } = pipeline(
      recorded({ durationSeconds: null, frameRate: null }),
    )
    structures.set('linear-algebra/lecture.mp4', { durationSeconds: 754.2, frameRate: 24.6 })
    await ingestVideo(deps, objectCreated())
    expect(jobs[0]?.source).toMatchObject({ durationSeconds: 754.2, frameRate: 24.6 })
  })

  it('comes before an encode when the video is protected against copying', async () => {
    const { deps, encrypted, jobs, all } = pipeline()
    encrypted.add('linear-algebra/lecture.mp4')
    await ingestVideo(deps, objectCreated())
    expect(whyOf(all()[0])).toMatch(/protected against copying/)
    expect(jobs).toEqual([])
  })
})

describe('The month’s budget', () => {
  const policy = { monthlyBudgetUsd: 0.01, release: 'admins', price: PRICE } as const

  it('holds a job back with a sentence, tells people, and counts nothing', async () => {
    const { deps, jobs, tags, told, charges, all } = pipeline()
    const outcome = await ingestVideo({ ...deps, policy }, objectCreated())
    expect(outcome.kind).toBe('held')
    expect(all()[0]).toMatchObject({
      state: 'held',
      reason: saysInEnglish(/costs about \$0\.0\d, and .* \$0\.01 is left.*administrator/),
    })
    expect(tags.get('linear-algebra/lecture.mp4')?.['lectern-state']).toBe('held')
    expect(told).toHaveLength(1)
    expect([...charges]).toEqual([])
    expect(jobs).toEqual([])
  })

  it('is not asked again for what was released', async () => {
    const { deps, jobs, put, all } = pipeline()
    await ingestVideo({ ...deps, policy }, objectCreated())
    const [held] = all()
    if (!held) throw new Error('Nothing is held')
    put({ ...held, state: 'queued', reason: null })
    await runCommand({ ...deps, policy }, { command: 'encode', assetId: held.id })
    expect(jobs).toHaveLength(1)
  })
})

describe('An asset that was cancelled', () => {
  it('between its probe and its job gets no job', async () => {
    const { deps, jobs, rivals, put, all } = pipeline()
    rivals.push(
      () => {},
      () => {
        const [asset] = all()
        if (asset)
          put({
            ...asset,
            state: 'failed',
            reason: asWritten('Encoding was cancelled.'),
            updatedAt: '2026-11-25T06:00:00.000Z',
          })
      },
    )
    const outcome = await ingestVideo(deps, objectCreated())
    expect(outcome.kind).toBe('overtaken')
    expect(jobs).toEqual([])
  })

  it('just as its job started has it stopped', async () => {
    const { deps, jobStates, put, all } = pipeline()
    const submit = async (job: Parameters<typeof deps.transcoder.submit>[0]) => {
      const [asset] = all()
      if (asset) put({ ...asset, state: 'failed' })
      return deps.transcoder.submit(job)
    }
    const outcome = await ingestVideo(
      { ...deps, transcoder: { ...deps.transcoder, submit } },
      objectCreated(),
    )
    expect(outcome.kind).toBe('overtaken')
    expect([...jobStates.values()].map(({ status }) => status)).toEqual(['canceled'])
  })
})
