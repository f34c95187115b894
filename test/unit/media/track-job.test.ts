import { describe, expect, it } from 'vitest'
import type { JobStateChange } from '#contract/events'
import { ingestObject } from '#core/media/ingest'
import { type TrackJobDeps, trackJob } from '#core/media/track-job'
import { COURSE_ID, contentFiles, NOW, objectCreated, pipeline } from './pipeline-doubles.ts'

async function queuedLecture() {
  const { deps, tags, all, rivals, put } = pipeline()
  const outcome = await ingestObject(deps, objectCreated())
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
  return { track, event, tags, rivals, put, id: outcome.asset.id, asset: () => all()[0] }
}

describe('A job report', () => {
  it('moves the asset along to ready, with addresses below the course', async () => {
    const { track, event, tags, asset, id } = await queuedLecture()
    await trackJob(track, event({ status: 'PROGRESSING' }))
    expect(asset()).toMatchObject({ state: 'transcoding', percent: 0 })
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

  it('of an error makes it failed, with a sentence that says what to do', async () => {
    const { track, event, tags, asset } = await queuedLecture()
    await trackJob(track, event({ status: 'ERROR', errorMessage: 'Demuxer failed.' }))
    expect(asset()?.reason).toMatch(/could not be encoded \(Demuxer failed\)\. Check that/)
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
})
