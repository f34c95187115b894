import { expect, it } from 'vitest'
import { AssetId, CourseId } from '#contract/platform/ids'
import type { EdgeEvent } from '#contract/videos/events'
import { forgetAtEdge } from '#core/videos/playback/forget-at-edge'
import { COURSE_ID } from '#test/unit/videos/pipeline-doubles'

const ulid = (n: number) => String(n).padStart(26, '0')
const assetId = (n: number) => AssetId.parse(`ast_${ulid(n)}`)
const courseId = (n: number) => CourseId.parse(`crs_${ulid(n)}`)
const folder = (n: number, course = COURSE_ID) => `/content/${course}/media/${assetId(n)}/`

let count = 0
const event = (
  type: EdgeEvent['detail-type'],
  asset: number,
  course: CourseId = COURSE_ID,
): EdgeEvent => ({
  id: `event-${++count}`,
  source: 'lectern.media',
  'detail-type': type,
  detail: { deploymentId: 'ours', assetId: assetId(asset), courseId: course },
})

async function forgotten(
  events: readonly EdgeEvent[],
  refuse: 'wildcards' | 'nothing' = 'nothing',
) {
  const asked: { paths: readonly string[]; reference: string }[] = []
  const edge = {
    forget: async (paths: readonly string[], reference: string) => {
      if (refuse === 'wildcards' && paths.some((path) => path.endsWith('*')))
        throw new Error('TooManyInvalidationsInProgress')
      asked.push({ paths, reference })
    },
  }
  const failures = await forgetAtEdge({ edge, log: { info: () => {} } }, events)
  return { asked, paths: asked.map(({ paths }) => paths), failed: [...failures.keys()] }
}

it('An asset’s lasting files are forgotten together, once for all that was said of them', async () => {
  const published = [event('Playback Published', 1), event('Playback Published', 1)]
  const names = ['index.m3u8', 'index.mpd', 'poster.jpg', 'playback.json']
  expect((await forgotten(published)).paths).toEqual([names.map((name) => folder(1) + name)])
})

it('Everything of a deleted asset is forgotten, whatever its files were called', async () => {
  expect((await forgotten([event('Asset Deleted', 1)])).paths).toEqual([[`${folder(1)}*`]])
})

it('A hundred deleted videos of a course are one wildcard, and those of many courses are one too', async () => {
  const hundred = Array.from({ length: 100 }, (_, n) => event('Asset Deleted', n))
  expect((await forgotten(hundred)).paths).toEqual([[`/content/${COURSE_ID}/media/*`]])
  const many = Array.from({ length: 20 }, (_, n) => event('Asset Deleted', n, courseId(n)))
  expect((await forgotten(many)).paths).toEqual([['/content/*']])
})

it('The same events again, in another order, bear the same reference', async () => {
  const events = [event('Asset Deleted', 1), event('Asset Deleted', 2)]
  const first = await forgotten(events)
  const again = await forgotten([...events].reverse())
  expect(again.asked[0]?.reference).toBe(first.asked[0]?.reference)
})

it('What CloudFront has no room for comes back, and nothing else', async () => {
  const events = [
    event('Asset Deleted', 1),
    event('Playback Published', 2),
    event('Asset Deleted', 3),
  ]
  const { paths, failed } = await forgotten(events, 'wildcards')
  expect(failed).toEqual([0, 2])
  expect(paths).toHaveLength(1)
})

it('No events ask for nothing', async () => {
  expect((await forgotten([])).asked).toEqual([])
})
