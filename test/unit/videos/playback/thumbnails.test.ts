import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeThumbnails, findImagePlaylist } from '#core/videos/playback/thumbnails'

const stream = (width: number, uri: string) =>
  `#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=1000,RESOLUTION=${width}x${Math.round((width * 9) / 16)},CODECS="jpeg",URI="${uri}"`

const PLAYLIST = `#EXTM3U
#EXT-X-TARGETDURATION:40
#EXT-X-IMAGES-ONLY
#EXTINF:40.0,
#EXT-X-TILES:RESOLUTION=160x90,LAYOUT=2x2,DURATION=10
one.jpg
#EXTINF:15.0,
#EXT-X-TILES:RESOLUTION=160x90,LAYOUT=2x2,DURATION=10
two.jpg
#EXT-X-ENDLIST
`

describe('The thumbnail track', () => {
  it('has a cue for each picture, row by row, and ends with the video', () => {
    expect(composeThumbnails(PLAYLIST, 'sprites/index.m3u8')?.split('\n')).toEqual([
      'WEBVTT',
      '',
      '00:00:00.000 --> 00:00:10.000',
      'sprites/one.jpg#xywh=0,0,160,90',
      '',
      '00:00:10.000 --> 00:00:20.000',
      'sprites/one.jpg#xywh=160,0,160,90',
      '',
      '00:00:20.000 --> 00:00:30.000',
      'sprites/one.jpg#xywh=0,90,160,90',
      '',
      '00:00:30.000 --> 00:00:40.000',
      'sprites/one.jpg#xywh=160,90,160,90',
      '',
      '00:00:40.000 --> 00:00:50.000',
      'sprites/two.jpg#xywh=0,0,160,90',
      '',
      '00:00:50.000 --> 00:00:55.000',
      'sprites/two.jpg#xywh=160,0,160,90',
      '',
    ])
  })

  it('is none where a playlist lists no pictures', () => {
    expect(composeThumbnails('#EXTM3U\n#EXT-X-ENDLIST\n', 'index.m3u8')).toBeNull()
  })

  it('covers all of a video without gap or overlap', () => {
    const layout = fc.record({
      columns: fc.integer({ min: 1, max: 10 }),
      rows: fc.integer({ min: 1, max: 10 }),
      each: fc.integer({ min: 1, max: 20 }),
      total: fc.integer({ min: 1, max: 600 }),
    })
    fc.assert(
      fc.property(layout, ({ columns, rows, each, total }) => {
        const sheet = columns * rows * each
        const segments: string[] = []
        for (let at = 0; at < total; at += sheet)
          segments.push(
            `#EXTINF:${Math.min(sheet, total - at)},`,
            `#EXT-X-TILES:RESOLUTION=160x90,LAYOUT=${columns}x${rows},DURATION=${each}`,
            `${at}.jpg`,
          )
        const times = [
          ...(composeThumbnails(segments.join('\n'), 'i.m3u8') ?? '').matchAll(
            /^(\S+) --> (\S+)$/gm,
          ),
        ]
        expect(times[0]?.[1]).toBe('00:00:00.000')
        for (const [n, cue] of times.entries()) if (n > 0) expect(cue[1]).toBe(times[n - 1]?.[2])
        const seconds = (times.at(-1)?.[2] ?? '')
          .split(':')
          .reduce((sum, part) => sum * 60 + Number(part), 0)
        expect(seconds).toBe(total)
      }),
    )
  })
})

describe('The image playlist', () => {
  it('is the largest that is no wider than a preview', () => {
    const encoded = [stream(640, 'l'), stream(160, 's'), stream(320, 'm')].join('\n')
    expect(findImagePlaylist(encoded)).toBe('m')
  })

  it('is the smallest where all are wider, and none where the encode has none', () => {
    expect(findImagePlaylist([stream(1280, 'xl'), stream(640, 'l')].join('\n'))).toBe('l')
    expect(findImagePlaylist('#EXTM3U\n')).toBeNull()
  })
})
