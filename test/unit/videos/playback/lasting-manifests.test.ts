import fc from 'fast-check'
import { Parser } from 'm3u8-parser'
import { parse as parseMpd } from 'mpd-parser'
import { describe, expect, it } from 'vitest'
import { composeDashManifest } from '#core/videos/playback/dash-manifest'
import {
  composeMasterPlaylist,
  composeSubtitlePlaylist,
} from '#core/videos/playback/master-playlist'

/** As MediaConvert writes it, but for the order. */
const ENCODED = `#EXTM3U
#EXT-X-VERSION:6
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-STREAM-INF:BANDWIDTH=3200000,AVERAGE-BANDWIDTH=2900000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=30.000,AUDIO="audio"
index_720p.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=450000,AVERAGE-BANDWIDTH=420000,CODECS="avc1.640015,mp4a.40.2",RESOLUTION=426x240,FRAME-RATE=30.000,AUDIO="audio"
index_240p.m3u8
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",LANGUAGE="en",NAME="English",DEFAULT=YES,AUTOSELECT=YES,URI="index_audio.m3u8"
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",LANGUAGE="es",NAME="Español",DEFAULT=NO,AUTOSELECT=YES,URI="index_audio_2.m3u8"
#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=12000,RESOLUTION=160x90,CODECS="jpeg",URI="thumbnails.m3u8"
`

const english = { language: 'en', label: 'English', uri: 'captions/en.2.v3.m3u8' }
const spanish = { language: 'es', label: 'Español', uri: 'captions/es.1.v3.m3u8' }

function read(playlist: string) {
  const parser = new Parser()
  parser.push(playlist)
  parser.end()
  return parser.manifest
}

describe('The lasting HLS playlist', () => {
  it('leads into the live version’s folder, the lowest bandwidth first', () => {
    const playlist = composeMasterPlaylist(ENCODED, 3)
    expect(read(playlist).playlists?.map(({ uri }) => uri)).toEqual([
      'v3/index_240p.m3u8',
      'v3/index_720p.m3u8',
    ])
    expect(playlist).toContain('URI="v3/index_audio_2.m3u8"')
    expect(playlist).toContain('#EXT-X-IMAGE-STREAM-INF:')
    expect(playlist).toContain('URI="v3/thumbnails.m3u8"')
  })

  it('keeps every audio track and what the encoder says of a variant', () => {
    const { playlists, mediaGroups, independentSegments } = read(composeMasterPlaylist(ENCODED, 3))
    expect(independentSegments).toBe(true)
    expect(mediaGroups?.AUDIO?.audio).toMatchObject({
      English: { language: 'en', default: true },
      Español: { language: 'es', default: false },
    })
    expect(playlists?.[0]?.attributes).toMatchObject({
      BANDWIDTH: 450_000,
      CODECS: 'avc1.640015,mp4a.40.2',
      'FRAME-RATE': 30,
    })
  })

  it('offers the captions with every variant', () => {
    const { playlists, mediaGroups } = read(composeMasterPlaylist(ENCODED, 3, [english, spanish]))
    expect(mediaGroups?.SUBTITLES?.subs).toMatchObject({
      English: { language: 'en', uri: english.uri, autoselect: true, default: false },
      Español: { language: 'es', uri: spanish.uri },
    })
    expect(playlists?.map(({ attributes }) => attributes.SUBTITLES)).toEqual(['subs', 'subs'])
  })

  it('says nothing of captions where there are none', () => {
    const playlist = composeMasterPlaylist(ENCODED, 3)
    expect(playlist).not.toContain('SUBTITLES')
    expect(playlist.match(/CLOSED-CAPTIONS=NONE/g)).toHaveLength(2)
  })

  it('gives two tracks of one label two names', () => {
    const twice = [english, { ...spanish, label: 'English' }]
    const { mediaGroups } = read(composeMasterPlaylist(ENCODED, 3, twice))
    expect(Object.keys(mediaGroups?.SUBTITLES?.subs ?? {})).toEqual(['English', 'English (2)'])
  })

  it('is the same list of renditions whatever a label holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // The parser's own objects lose a rendition that is called `__proto__`.
        const hostile = [{ ...english, label: `“${text}”` }, spanish]
        const playlist = composeMasterPlaylist(ENCODED, 3, hostile)
        expect(playlist.split('\n').filter((line) => line.startsWith('#EXT-X-MEDIA'))).toHaveLength(
          4,
        )
        const { playlists, mediaGroups } = read(playlist)
        expect(playlists).toHaveLength(2)
        const tracks = Object.values(mediaGroups?.SUBTITLES?.subs ?? {})
        expect(tracks.map(({ uri }) => uri)).toEqual([english.uri, spanish.uri])
      }),
    )
  })
})

describe('A captions playlist', () => {
  it('is one segment as long as the video, and complete', () => {
    const manifest = read(composeSubtitlePlaylist('en.2.vtt', 61.25))
    expect(manifest).toMatchObject({ endList: true, playlistType: 'VOD', targetDuration: 62 })
    expect(manifest.segments).toMatchObject([{ uri: 'en.2.vtt', duration: 61.25 }])
  })
})

const MPD = `<?xml version="1.0"?>
<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT8S" profiles="urn:mpeg:dash:profile:isoff-main:2011">
  <Period id="0" start="PT0S">
    <AdaptationSet mimeType="video/mp4" contentType="video">
      <Representation id="0" codecs="avc1.640015" bandwidth="450000" width="426" height="240">
        <SegmentTemplate timescale="1" duration="4" startNumber="1" initialization="init_$RepresentationID$.mp4" media="s_$RepresentationID$_$Number$.m4s"/>
      </Representation>
    </AdaptationSet>
    <AdaptationSet mimeType="image/jpeg" contentType="image">
      <SegmentTemplate media="sprite_$Number$.jpg" duration="60" startNumber="1"/>
      <Representation id="9" bandwidth="9000" width="1600" height="900">
        <EssentialProperty schemeIdUri="http://dashif.org/thumbnail_tile" value="10x10"/>
      </Representation>
    </AdaptationSet>
  </Period>
</MPD>
`

describe('The lasting DASH manifest', () => {
  const manifestUri = 'http://127.0.0.1/content/c/media/a/index.mpd'
  const text = { language: 'en', label: 'English', isSpoken: true, uri: 'captions/en.2.vtt' }

  it('finds its segments in the live version’s folder', () => {
    const { playlists } = parseMpd(composeDashManifest(MPD, 3), { manifestUri })
    const [segment] = playlists[0]?.segments ?? []
    expect(segment?.resolvedUri).toBe('http://127.0.0.1/content/c/media/a/v3/s_0_1.m4s')
  })

  it('has a text track for each of the captions, beside the version', () => {
    const both = [text, { ...text, language: 'es', label: 'Español', isSpoken: false }]
    const { mediaGroups } = parseMpd(composeDashManifest(MPD, 3, both), { manifestUri })
    const tracks = Object.values(mediaGroups.SUBTITLES.subs)
    expect(tracks.map(({ language }) => language)).toEqual(['en', 'es'])
    expect(tracks[0]?.playlists[0]?.resolvedUri).toBe(
      'http://127.0.0.1/content/c/media/a/captions/en.2.vtt',
    )
  })

  it('calls captions what is in the language spoken, and keeps the pictures of the bar', () => {
    const manifest = composeDashManifest(MPD, 3, [text])
    expect(manifest).toContain('value="caption"')
    expect(composeDashManifest(MPD, 3, [{ ...text, isSpoken: false }])).toContain(
      'value="subtitle"',
    )
    expect(manifest).toContain('http://dashif.org/thumbnail_tile')
  })

  it('stays one document whatever a label holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        // The parser's own objects trip over one that is called `valueOf`.
        const manifest = composeDashManifest(MPD, 3, [{ ...text, label: `“${written}”` }])
        expect(manifest.match(/<AdaptationSet/g)).toHaveLength(3)
        const { mediaGroups } = parseMpd(manifest, { manifestUri })
        expect(Object.values(mediaGroups.SUBTITLES.subs)).toHaveLength(1)
      }),
    )
  })
})
