import { expect, it } from 'vitest'
import { contentKeys, Playback } from '#contract/courses/content'
import { publishPlayback } from '#core/videos/playback/publish-playback'
import { assetOf, sourceFacts } from '#test/support/asset'
import { COURSE_ID, contentFiles } from './pipeline-doubles.ts'

it('Of a shorter video that took another’s place, no chapter is published that begins at its end or after it', async () => {
  const { files, written } = contentFiles()
  const chapters = [0, 7.9, 8, 20].map((startSeconds) => ({ startSeconds, title: 'Part' }))
  const source = sourceFacts({ durationSeconds: 8 })
  const asset = assetOf({ courseId: COURSE_ID, source, version: 2, liveVersion: 2, chapters })
  const live = { ...asset, courseId: COURSE_ID, liveVersion: 2 }
  await publishPlayback({ files, events: { published: async () => {} } }, live)
  const playback = written.get(contentKeys.playback(COURSE_ID, asset.id)) ?? ''
  const starts = Playback.parse(JSON.parse(playback)).chapters.map((each) => each.startSeconds)
  expect(starts).toEqual([0, 7.9])
})
