import { describe, expect, it } from 'vitest'
import { ingestVideo } from '#core/videos/intake/ingest-video'
import { runCommand } from '#core/videos/run-command'
import { COURSE_ID, objectCreated, pipeline } from './pipeline-doubles.ts'

describe('A deletion', () => {
  async function deleting() {
    const surroundings = pipeline()
    surroundings.hashes.set('linear-algebra/lecture.mp4', 'aa')
    await ingestVideo(surroundings.deps, objectCreated())
    const [asset] = surroundings.all()
    if (!asset) throw new Error('Nothing was made')
    surroundings.put({ ...asset, state: 'deleting' })
    const command = { command: 'delete', assetId: asset.id } as const
    return { ...surroundings, asset, command }
  }

  it('takes the job, the renditions, the source, what lies beside it and the asset', async () => {
    const { deps, hashes, asset, command, deleted, gone, jobStates, all } = await deleting()
    hashes.set('linear-algebra/lecture.en.vtt', '').set('linear-algebra/lecture 2.mp4', '')
    await runCommand(deps, command)
    expect(deleted.sort()).toEqual([
      `content/${COURSE_ID}/media/${asset.id}/`,
      'linear-algebra/lecture.en.vtt',
      'linear-algebra/lecture.mp4',
    ])
    expect([...jobStates.values()].map(({ status }) => status)).toEqual(['canceled'])
    expect(gone).toEqual([asset.id])
    expect(all()).toEqual([])
    await runCommand(deps, command)
  })

  it('leaves captions that another video of the same name may need', async () => {
    const { deps, hashes, command, deleted } = await deleting()
    hashes.set('linear-algebra/lecture.en.vtt', '').set('linear-algebra/lecture.mov', '')
    await runCommand(deps, command)
    expect(deleted).not.toContain('linear-algebra/lecture.en.vtt')
  })

  it('of captions that were rejected takes them alone', async () => {
    const { deps, hashes, asset, command, put, deleted } = await deleting()
    put({
      ...asset,
      state: 'deleting',
      sourceKey: 'linear-algebra/lecture.vtt',
      courseId: null,
    })
    hashes.set('linear-algebra/lecture.en.vtt', '').delete('linear-algebra/lecture.mp4')
    await runCommand(deps, command)
    expect(deleted).toEqual(['linear-algebra/lecture.vtt'])
  })

  it('leaves what was uploaded under its key meanwhile', async () => {
    const { deps, asset, command, deleted, all } = await deleting()
    await ingestVideo(deps, objectCreated({ etag: 'etag-2', sequencer: '0002' }))
    await runCommand(deps, command)
    expect(deleted).toEqual([`content/${COURSE_ID}/media/${asset.id}/`])
    expect(all().map(({ state }) => state)).toEqual(['queued'])
  })

  it('does nothing to an asset that nobody deletes', async () => {
    const { deps, asset, command, put, deleted } = await deleting()
    put({ ...asset, state: 'ready' })
    await runCommand(deps, command)
    expect(deleted).toEqual([])
  })
})
