import { expect, it } from 'vitest'
import { documentOf } from '#contract/articles/markdown/document-of'
import { article } from '#core/lessons/kinds/article'
import { newId } from '#core/platform/ids'
import { assetOf, sourceFacts } from '#test/support/asset'

const now = new Date('2026-11-24T10:00:00.000Z')
const courseId = newId('crs', now)

it('tells readers where its videos are, sealed as the lesson is, and nothing of other courses’', () => {
  const source = sourceFacts({ durationSeconds: 61 })
  const own = assetOf({ courseId, liveVersion: 1, source, fileName: 'A wave.mp4' })
  const coming = assetOf({ id: newId('ast', now), courseId, source: null })
  const strange = assetOf({
    id: newId('ast', now),
    courseId: newId('crs', now),
    liveVersion: 1,
    source,
  })
  const all = [own, coming, strange]
  const text = documentOf(all.map(({ id }) => `> ![](/videos/${id})`).join('\n\n'))
  const lesson = {
    ...{ kind: 'article' as const, id: newId('les', now), courseId, moduleId: newId('mod', now) },
    ...{ title: 'Waves', position: 1, revision: 1, text },
  }
  const { content, line } = article.publish(lesson, {
    ...{ videos: new Map(all.map((one) => [one.id, one])), files: new Map(), documentOf },
    folderOf: (id) => `content/sealed/${id}/`,
  })
  expect(content.videos).toEqual({
    [own.id]: {
      ...{ title: 'A wave', durationSeconds: 61 },
      playbackUrl: `/content/sealed/${own.id}/playback.json`,
      hlsUrl: `/content/sealed/${own.id}/index.m3u8`,
      dashUrl: `/content/sealed/${own.id}/index.mpd`,
      posterUrl: `/content/sealed/${own.id}/poster.jpg`,
    },
  })
  // Read, not watched: what plays in it is no part of the course's length.
  expect(line.durationSeconds).toBeNull()
})
