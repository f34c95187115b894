import { describe, expect, it } from 'vitest'
import { JobStateChange } from '#contract/videos/events'
import { type TrackJobDeps, trackJob } from '#core/videos/encode/track-job'
import { ingestVideo } from '#core/videos/intake/ingest-video'
import { asWritten, whyOf } from '#test/support/said'
import {
  COURSE_ID,
  contentFiles,
  NOW,
  objectCreated,
  pipeline,
} from '#test/unit/videos/pipeline-doubles'

async function queuedLecture() {
  const { deps, tags, all, rivals, put, records, jobStates, charges } = pipeline()
  const outcome = await ingestVideo(deps, objectCreated())
  if (outcome.kind !== 'submitted') throw new Error(`The lecture was ${outcome.kind}`)
  const { files } = contentFiles()
  const track: TrackJobDeps = { ...deps, files, ingestBucket: 'ingest', deploymentId: 'ours' }
  const event = (
    detail: Partial<JobStateChange['detail']>,
    deploymentId = 'ours',
    assetId: string = outcome.asset.id,
  ): JobStateChange => ({
    id: 'event-2',
    time: NOW,
    source: 'aws.mediaconvert',
    'detail-type': 'MediaConvert Job State Change',
    detail: {
      timestamp: Date.parse(NOW),
      jobId: outcome.jobId,
      status: 'PROGRESSING',
      userMetadata: { deploymentId, assetId, version: '1', attempt: '1' },
      ...detail,
    },
  })
  const { id } = outcome.asset
  const asset = () => all()[0]
  return { track, event, tags, rivals, put, id, asset, records, jobStates, charges }
}

describe('A job report', () => {
  it('moves the asset along to ready, with addresses below the course', async () => {
    const { track, event, tags, asset, id } = await queuedLecture()
    await trackJob(track, event({ status: 'PROGRESSING' }))
    expect(asset()).toMatchObject({ state: 'transcoding', percent: null })
    await trackJob(
      track,
      event({ status: 'STATUS_UPDATE', jobProgress: { jobPercentComplete: 40 } }),
    )
    expect(asset()).toMatchObject({ state: 'transcoding', percent: 40 })
    await trackJob(track, event({ status: 'COMPLETE' }))
    expect(asset()).toMatchObject({
      state: 'ready',
      percent: 100,
      hlsUrl: `/content/${COURSE_ID}/media/${id}/index.m3u8`,
      dashUrl: `/content/${COURSE_ID}/media/${id}/index.mpd`,
      posterUrl: `/content/${COURSE_ID}/media/${id}/poster.jpg`,
    })
    expect(tags.get('linear-algebra/lecture.mp4')?.['lectern-state']).toBe('ready')
  })

  it('without a percentage, which AWS sends as null, tells the phase that its job is in', async () => {
    const { track, event, asset } = await queuedLecture()
    const told = JobStateChange.parse({
      ...event({ status: 'STATUS_UPDATE' }),
      detail: {
        ...event({ status: 'STATUS_UPDATE' }).detail,
        jobProgress: {
          phaseProgress: null,
          jobPercentComplete: null,
          currentPhase: 'TRANSCODING',
          retryCount: null,
        },
        errorCode: null,
        errorMessage: null,
      },
    })
    await trackJob(track, told)
    expect(asset()).toMatchObject({ state: 'transcoding', phase: 'transcoding', percent: null })
    const late = event({ status: 'STATUS_UPDATE', jobProgress: { currentPhase: 'PROBING' } })
    await trackJob(track, late)
    await trackJob(track, event({ status: 'STATUS_UPDATE', jobProgress: null }))
    expect(asset()).toMatchObject({ phase: 'transcoding', percent: null })
  })

  it('of an error gives back what was counted, for nobody pays for it; one of an end does not', async () => {
    const failed = await queuedLecture()
    expect(failed.charges.size).toBe(1)
    await trackJob(failed.track, failed.event({ status: 'ERROR' }))
    await trackJob(failed.track, failed.event({ status: 'ERROR' }))
    expect(failed.charges.size).toBe(0)
    for (const status of ['COMPLETE', 'CANCELED'] as const) {
      const ended = await queuedLecture()
      await trackJob(ended.track, ended.event({ status }))
      expect(ended.charges.size).toBe(1)
    }
  })

  it('of an error makes it failed, with a sentence that says what to do', async () => {
    const { track, event, tags, asset } = await queuedLecture()
    await trackJob(track, event({ status: 'ERROR', errorMessage: 'Demuxer failed.' }))
    expect(whyOf(asset())).toMatch(/could not be encoded \(Demuxer failed\)\. Check that/)
    expect(tags.get('linear-algebra/lecture.mp4')?.['lectern-state']).toBe('failed')
  })

  it('that comes late does not take a ready asset back', async () => {
    const { track, event, asset } = await queuedLecture()
    await trackJob(track, event({ status: 'COMPLETE' }))
    await trackJob(track, event({ status: 'STATUS_UPDATE', jobProgress: {} }))
    expect(asset()?.state).toBe('ready')
  })

  it('does not overwrite a completion that is saved while it is being judged', async () => {
    const { track, event, rivals, put, asset } = await queuedLecture()
    const queued = asset()
    if (!queued) throw new Error('The lecture vanished')
    const laterInstant = new Date(Date.parse(queued.updatedAt) + 1000).toISOString()
    rivals.push(() => put({ ...queued, state: 'ready', percent: 100, updatedAt: laterInstant }))
    await trackJob(track, event({ status: 'STATUS_UPDATE', jobProgress: {} }))
    expect(asset()).toMatchObject({ state: 'ready', percent: 100 })
  })

  it('of another deployment, or of no asset of ours, changes nothing', async () => {
    const { track, event, asset } = await queuedLecture()
    const before = asset()
    expect(await trackJob(track, event({ status: 'COMPLETE' }, 'theirs'))).toBeNull()
    const unknown = 'ast_01JDEXAMP0EXAMP0EXAMP0EXAM'
    expect(await trackJob(track, event({ status: 'COMPLETE' }, 'ours', unknown))).toBeNull()
    expect(await trackJob(track, event({ status: 'COMPLETE' }, 'ours', 'no id'))).toBeNull()
    expect(asset()).toBe(before)
  })

  it('has its job cancelled that nobody waits for any more, whoever was to do so', async () => {
    const { track, event, put, asset, jobStates, records, id } = await queuedLecture()
    const queued = asset()
    if (!queued) throw new Error('The lecture vanished')
    put({ ...queued, state: 'failed', reason: asWritten('Cancelled') })
    await trackJob(track, event({ status: 'STATUS_UPDATE', jobProgress: {} }))
    expect(jobStates.get('job-1')?.status).toBe('canceled')
    expect(asset()).toMatchObject({ state: 'failed', reason: asWritten('Cancelled') })
    jobStates.set('job-1', { status: 'progressing', phase: null, percent: 1, error: null })
    records.delete(id)
    expect(await trackJob(track, event({ status: 'PROGRESSING' }))).toBeNull()
    expect(jobStates.get('job-1')?.status).toBe('canceled')
  })

  it('of a second job for the same attempt ends that one, and not the first', async () => {
    const { track, event, asset, jobStates } = await queuedLecture()
    jobStates.set('job-2', { status: 'progressing', phase: null, percent: 1, error: null })
    await trackJob(track, event({ jobId: 'job-2' }))
    expect(jobStates.get('job-2')?.status).toBe('canceled')
    await trackJob(track, event({ jobId: 'job-2', status: 'CANCELED' }))
    expect(asset()?.state).toBe('queued')
    await trackJob(track, event({ status: 'COMPLETE' }))
    expect(asset()?.state).toBe('ready')
  })

  it('makes known which job it is, where whoever started it broke off before', async () => {
    const { track, event, records, id } = await queuedLecture()
    const record = records.get(id)
    if (record) records.set(id, { ...record, job: null })
    await trackJob(track, event({}))
    expect(records.get(id)?.job).toEqual({ id: 'job-1', version: 1, attempt: 1 })
  })
})
