import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTiles, tileAt } from '#web/player/controls/thumbnails.ts'
import { actionOf, type PlayerActions } from '#web/player/keys/player-keys.ts'
import { chapterAt, sectionsOf } from '#web/player/state/chapters.ts'
import { clock, clockInWords } from '#web/player/state/clock.ts'
import { readPreferences } from '#web/player/state/preferences.ts'
import { agedBandwidth } from '#web/player/stream/bandwidth.ts'
import { findInTranscript, piecesOf } from '#web/player/text/find-in-transcript.ts'
import { chooseCaptions } from '#web/player/text/use-captions.ts'

describe('a time', () => {
  it('is short for eyes and said in words for ears', () => {
    expect([clock(0), clock(63.9), clock(3723)]).toEqual(['0:00', '1:03', '1:02:03'])
    expect([clock(Number.NaN), clock(-3)]).toEqual(['0:00', '0:00'])
    expect(clockInWords(3661)).toBe('1 hour 1 minute 1 second')
    expect(clockInWords(120)).toBe('2 minutes')
    expect(clockInWords(0)).toBe('0 seconds')
  })
})

describe('chapters', () => {
  const chapters = [
    { startSeconds: 0, title: 'One' },
    { startSeconds: 10, title: 'Two' },
  ]
  it('hold what begins in them', () => {
    const items = [{ startTime: 2 }, { startTime: 10 }, { startTime: 30 }]
    expect(sectionsOf(items, chapters)).toEqual([
      { title: 'One', items: [{ startTime: 2 }] },
      { title: 'Two', items: [{ startTime: 10 }, { startTime: 30 }] },
    ])
    expect(sectionsOf(items, [])).toEqual([{ title: undefined, items }])
    expect(sectionsOf([], chapters)).toEqual([])
  })

  it('lose nothing and double nothing, wherever they begin', () => {
    const seconds = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(fc.array(seconds), fc.uniqueArray(seconds), (starts, begins) => {
        const items = starts.toSorted((a, b) => a - b).map((startTime) => ({ startTime }))
        const sorted = begins.toSorted((a, b) => a - b)
        const sections = sectionsOf(
          items,
          sorted.map((startSeconds) => ({ startSeconds, title: `${startSeconds}` })),
        )
        expect(sections.flatMap((section) => section.items)).toEqual(items)
      }),
    )
  })

  it('are found by time', () => {
    expect(chapterAt(chapters, 9.9)?.title).toBe('One')
    expect(chapterAt(chapters, 10)?.title).toBe('Two')
    expect(chapterAt([], 3)).toBeUndefined()
  })
})

describe('searching a transcript', () => {
  it('finds words whatever their case and accents, each time they stand there', () => {
    const hits = findInTranscript(['Über den Kernel', 'kernel, KERNEL'], 'Kernel')
    expect(hits.map(({ at, from }) => [at, from])).toEqual([
      [0, 9],
      [1, 0],
      [1, 8],
    ])
    expect(findInTranscript(['Über alles'], 'uber')).toEqual([{ at: 0, from: 0, to: 4 }])
    expect(findInTranscript(['Über alles'], 'über'.normalize('NFD'))).toHaveLength(1)
    expect(findInTranscript(['a b'], 'a')).toEqual([])
  })

  it('cuts a text into pieces that are the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 2, maxLength: 3 }), (text, words) => {
        const pieces = piecesOf(text, findInTranscript([text], words))
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })

  it('stays fast in three hours of speech', () => {
    const line = 'A cache keeps a copy of a recent answer close to the person who asks.'
    const began = performance.now()
    expect(findInTranscript(Array(4000).fill(line), 'copy')).toHaveLength(4000)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

describe('a thumbnail track', () => {
  const track =
    'WEBVTT\r\n\r\n00:00.000 --> 00:04.000\r\na.jpg#xywh=0,0,160,90\r\n\r\n1:00:04.000 --> 1:00:08.000\r\na.jpg#xywh=160,0,160,90\r\n\r\n00:08.000 --> 00:09.000\r\nnot a tile\r\n'
  it('gives the piece of a sprite for each moment, and leaves out what is none', () => {
    const tiles = readTiles(track, 'https://site.test/v1/thumbnails.vtt')
    expect(tiles).toHaveLength(2)
    expect(tiles[1]).toEqual({
      from: 3604,
      until: 3608,
      url: 'https://site.test/v1/a.jpg',
      x: 160,
      y: 0,
      width: 160,
      height: 90,
    })
    expect(tileAt(tiles, 10)?.x).toBe(0)
    expect(tileAt(tiles, 9999)?.x).toBe(160)
    expect(tileAt([], 1)).toBeUndefined()
  })
})

describe('what a browser keeps', () => {
  it('is read whatever became of it', () => {
    for (const broken of [
      null,
      '',
      '{',
      'null',
      '[]',
      '{"volume":7,"speed":"fast","captionSize":1}',
    ])
      expect(readPreferences(broken)).toMatchObject({ volume: 1, speed: 1, captionSize: 'medium' })
    expect(readPreferences('{"speed":1.5,"captions":"es","dash":true}')).toMatchObject({
      speed: 1.5,
      captions: 'es',
      dash: true,
    })
  })

  it('says less of a connection the older it is, and nothing after a day', () => {
    const kept = JSON.stringify({ bps: 4_000_000, at: 1000 })
    expect(agedBandwidth(kept, 2000)).toBe(3_000_000)
    expect(agedBandwidth(kept, 3 * 3_600_000)).toBe(2_000_000)
    expect(agedBandwidth(kept, 25 * 3_600_000)).toBeUndefined()
    for (const broken of [null, '{', '{"bps":-1,"at":1}', '{"bps":"4","at":1}'])
      expect(agedBandwidth(broken, 2000)).toBeUndefined()
  })
})

describe('captions', () => {
  const files = [{ language: 'de' }, { language: 'pt-BR' }, { language: 'en' }]
  it('are in the language asked for, or its like, or the reader’s, or the first', () => {
    expect(chooseCaptions(files, 'pt', [])?.language).toBe('pt-BR')
    expect(chooseCaptions(files, 'fr', ['en-GB'])?.language).toBe('en')
    expect(chooseCaptions(files, null, ['fr'])?.language).toBe('de')
    expect(chooseCaptions([{ language: 'zh-Hans' }, ...files], 'zh-TW', ['en'])?.language).toBe(
      'zh-Hans',
    )
    expect(chooseCaptions([], 'en', ['en'])).toBeUndefined()
  })
})

describe('keys', () => {
  const pressed = (key: string, code = '', shiftKey = false) => {
    const asked: string[] = []
    const actions = new Proxy({} as PlayerActions, {
      get: (_, name) => (value?: number) => asked.push([String(name), value].join(' ').trim()),
    })
    actionOf({ key, code, shiftKey })?.(actions)
    return asked[0]
  }
  it('do what they do on every video site', () => {
    expect([' ', 'K', 'j', 'L', 'ArrowLeft'].map((key) => pressed(key))).toEqual([
      'toggle',
      'toggle',
      'skip -10',
      'skip 10',
      'skip -5',
    ])
    expect(['7', '0', 'End', 'm', 'c', 'f', 'p', '>', 'n', '?'].map((key) => pressed(key))).toEqual(
      [
        'seekToShare 0.7',
        'seekToShare 0',
        'seekToShare 1',
        'toggleMute',
        'toggleCaptions',
        'toggleFullScreen',
        'togglePictureInPicture',
        'changeSpeed 1',
        'openNext',
        'showHelp',
      ],
    )
    expect(pressed('x')).toBeUndefined()
  })

  it('do the same on layouts without Latin letters, by their place', () => {
    // Russian, Greek, Hebrew, Persian, Russian, Thai, Arabic-Indic digits.
    expect(pressed('л', 'KeyK')).toBe('toggle')
    expect(pressed('Ξ', 'KeyJ', true)).toBe('skip -10')
    expect(pressed('ך', 'KeyL')).toBe('skip 10')
    expect(pressed('ئ', 'KeyM')).toBe('toggleMute')
    expect(pressed('Ю', 'Period', true)).toBe('changeSpeed 1')
    expect(pressed('ฟ', 'KeyA')).toBeUndefined()
    expect(pressed('٥', 'Digit5')).toBe('seekToShare 0.5')
  })

  it('are where a Latin layout has them, whatever their place', () => {
    // Dvorak, AZERTY, Turkish.
    expect(pressed('k', 'KeyV')).toBe('toggle')
    expect(pressed('t', 'KeyK')).toBeUndefined()
    expect(pressed('m', 'Semicolon')).toBe('toggleMute')
    expect(pressed('ş', 'Semicolon')).toBeUndefined()
  })
})
