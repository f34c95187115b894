import { expect, test } from 'vitest'
import type { Playback } from '#contract/courses/content'
import { withAddresses } from '#web/player/stream/use-playback.ts'

const COURSE = 'crs_01JDEXAMP0EXAMP0EXAMP0EXAM'
const ASSET = 'ast_01JDEXAMP0EXAMP0EXAMP0EXAM'
const folder = `https://learn.example.org/content/${COURSE}/3/member/media/seal/${ASSET}/`

const playbackOf = (prefix: string): Playback => ({
  assetId: ASSET,
  version: 2,
  durationSeconds: 60,
  width: 640,
  height: 360,
  hlsUrl: `${prefix}index.m3u8`,
  dashUrl: `${prefix}index.mpd`,
  posterUrl: `${prefix}poster.jpg`,
  thumbnailsUrl: `${prefix}v2/thumbnails.vtt`,
  audio: [],
  captions: [{ language: 'en', label: 'English', url: `${prefix}captions/en.1.vtt` }],
  chapters: [],
})

test.each([
  ['what lies beside it, as it is written now', ''],
  [
    'addresses from the root, as an earlier version wrote them',
    `/content/${COURSE}/media/${ASSET}/`,
  ],
])('a playback.json that names %s leads to files below its own address', (_, prefix) => {
  const { hlsUrl, dashUrl, posterUrl, thumbnailsUrl, captions } = withAddresses(
    playbackOf(prefix),
    `${folder}playback.json`,
  )
  expect({ hlsUrl, dashUrl, posterUrl, thumbnailsUrl, captions }).toEqual({
    hlsUrl: `${folder}index.m3u8`,
    dashUrl: `${folder}index.mpd`,
    posterUrl: `${folder}poster.jpg`,
    thumbnailsUrl: `${folder}v2/thumbnails.vtt`,
    captions: [{ language: 'en', label: 'English', url: `${folder}captions/en.1.vtt` }],
  })
})

test('a video without thumbnails stays without', () => {
  const playback = { ...playbackOf(''), thumbnailsUrl: null }
  expect(withAddresses(playback, `${folder}playback.json`).thumbnailsUrl).toBeNull()
})
