import { expect, it } from 'vitest'
import { contentKeys } from '#contract/content'
import { forgetAtEdge } from '#core/media/forget-at-edge'
import { COURSE_ID, objectCreated } from './pipeline-doubles.ts'

const ASSET = 'ast_01JDEXAMP0EXAMP0EXAMP0EXAM'
const folder = `/content/${COURSE_ID}/media/${ASSET}/`

function recordingEdge() {
  const forgotten: { paths: readonly string[]; reference: string }[] = []
  const edge = {
    forget: async (paths: readonly string[], reference: string) =>
      void forgotten.push({ paths, reference }),
  }
  return { edge, forgotten }
}

async function forgottenFor(key: string) {
  const { edge, forgotten } = recordingEdge()
  await forgetAtEdge({ edge, log: { info: () => {} } }, objectCreated({ key }))
  return forgotten
}

it('An asset’s lasting files are forgotten together, once for each event', async () => {
  expect(await forgottenFor(contentKeys.playback(COURSE_ID, ASSET))).toEqual([
    {
      paths: [
        `${folder}index.m3u8`,
        `${folder}index.mpd`,
        `${folder}poster.jpg`,
        `${folder}playback.json`,
      ],
      reference: 'event-1',
    },
  ])
})

it('Everything of a deleted asset is forgotten, whatever its files were called', async () => {
  const { edge, forgotten } = recordingEdge()
  await forgetAtEdge(
    { edge, log: { info: () => {} } },
    {
      id: 'event-2',
      source: 'lectern.media',
      'detail-type': 'Asset Deleted',
      detail: { deploymentId: 'ours', assetId: ASSET, courseId: COURSE_ID },
    },
  )
  expect(forgotten).toEqual([{ paths: [`${folder}*`], reference: 'event-2' }])
})

it.each([
  contentKeys.hls(COURSE_ID, ASSET),
  `${contentKeys.encode(COURSE_ID, ASSET, 1)}playback.json`,
  'content/x/media/y/playback.json',
])('Nothing is forgotten for %s', async (key) => {
  expect(await forgottenFor(key)).toEqual([])
})
