import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { CourseId, LessonId } from '#contract/platform/ids'
import type { Asset } from '#contract/videos/asset'
import { sourceFacts } from './asset.ts'
import type { Lms } from './lms.ts'
import { people, readyAsset } from './world.ts'

/** A published course with lessons of one ready video each, of 100 seconds; its owner can change it. */
export const makeVideoCourse = async (lms: Lms, { lessons = 1, completionShare = 0.9 } = {}) => {
  const teach = async (method: string, address: string, body?: unknown) => {
    const answer = await lms.call('teaching', people.owner, method, address, body)
    if (answer.status >= 300) throw new Error(`${method} ${address}: ${answer.status}`)
    return answer.body
  }
  const courseId = CourseId.parse((await teach('POST', '/teaching/courses', { title: 'Film' })).id)
  const base = `/teaching/courses/${courseId}`
  const module = await teach('POST', `${base}/modules`, { title: 'One' })
  const asset = readyAsset(courseId, {
    source: sourceFacts({ durationSeconds: 100 }),
    stateSince: new Date().toISOString(),
  })
  const assets = createAssetRepository(lms.table)
  const encoding: Asset = { ...asset, liveVersion: null, state: 'transcoding', percent: 50 }
  await assets.create(encoding, { etag: `etag-${asset.id}`, sequencer: '01' })
  await assets.save(asset)
  const addLesson = async () => {
    const lesson = { kind: 'video', title: 'Kernel', assetId: asset.id, completionShare }
    const { id } = await teach('POST', `${base}/modules/${module.id}/lessons`, lesson)
    return LessonId.parse(id)
  }
  const publish = () => teach('POST', `${base}/versions`)
  const removeLesson = (id: LessonId) => teach('DELETE', `${base}/lessons/${id}`)

  const lessonIds: LessonId[] = []
  for (let n = 0; n < lessons; n++) lessonIds.push(await addLesson())
  await publish()
  return { courseId, lessonIds, asset, addLesson, removeLesson, publish }
}
