import { afterEach, describe, expect, it, vi } from 'vitest'
import { readMaster, readPlaylist } from '#web/player/stream/read-manifest.ts'
import { takeWarm, warmMedia } from '#web/player/stream/warm-media.ts'

const BASE = 'https://site.test/content/c/media/a/index.m3u8'
const MASTER = `#EXTM3U
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Deutsch",LANGUAGE="de",DEFAULT=NO,URI="v1/de.m3u8"
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="English",LANGUAGE="en",DEFAULT=YES,URI="v1/en.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=2000000,AVERAGE-BANDWIDTH=100,RESOLUTION=1280x720,AUDIO="sound"
v1/720.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=300000,RESOLUTION=426x240,AUDIO="sound"
v1/240.m3u8
`
const PLAYLIST = `#EXTM3U
#EXT-X-TARGETDURATION:4
#EXT-X-MAP:URI="init.mp4"
#EXTINF:4.000,
seg1.m4s
#EXTINF:4.000,
seg2.m4s
#EXTINF:1.5,
seg3.m4s
#EXT-X-ENDLIST
`

describe('a multivariant playlist', () => {
  it('names the smallest rung, wherever it stands, and the default sound', () => {
    expect(readMaster(MASTER, BASE)).toEqual({
      smallest: 'https://site.test/content/c/media/a/v1/240.m3u8',
      sound: 'https://site.test/content/c/media/a/v1/en.m3u8',
    })
  })

  it('has no sound of its own where the video is silent', () => {
    expect(readMaster(MASTER.replace(/#EXT-X-MEDIA.*\n/g, ''), BASE).sound).toBeUndefined()
  })
})

describe('a playlist', () => {
  it('tells the initialisation and where each segment ends', () => {
    const { init, segments } = readPlaylist(PLAYLIST, 'https://site.test/v1/240.m3u8')
    expect(init).toBe('https://site.test/v1/init.mp4')
    expect(segments.map(({ url, until }) => [url.split('/').at(-1), until])).toEqual([
      ['seg1.m4s', 4],
      ['seg2.m4s', 8],
      ['seg3.m4s', 9.5],
    ])
  })
})

describe('what is fetched early', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })
  const serve = () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url.split('/').at(-1) ?? '')
      if (url.endsWith('index.m3u8')) return new Response(MASTER)
      return new Response(url.endsWith('.m3u8') ? PLAYLIST : 'bytes')
    })
    return asked
  }

  it('is the smallest rung and the sound, from where the learner stopped, and is fetched once', async () => {
    const asked = serve()
    warmMedia(BASE, 5)
    warmMedia(BASE, 5)
    // Both playlists of this test name the same files.
    const expected = ['240.m3u8', 'en.m3u8', 'index.m3u8', 'init.mp4', 'seg2.m4s']
    await vi.waitFor(() => expect(asked.toSorted()).toEqual(expected))
    const segment = 'https://site.test/content/c/media/a/v1/seg2.m4s'
    expect((await takeWarm(segment))?.data).toBeInstanceOf(ArrayBuffer)
    expect(takeWarm(segment)).toBeUndefined()
    expect(asked).toHaveLength(expected.length)
  })
})
