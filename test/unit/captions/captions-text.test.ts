import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newCue, parseCaptions, writeCaptions } from '#web/captions/cues/captions-text.ts'
import { readTime, writeTime } from '#web/captions/cues/cue-times.ts'

interface Parsed {
  readonly cues: readonly { readonly startTime: number }[]
  readonly errors: readonly unknown[]
}
const { WebVTTParser }: { WebVTTParser: new () => { parse(text: string, mode: string): Parsed } } =
  createRequire(import.meta.url)('webvtt-parser')

const plain = (text: string) =>
  parseCaptions(text).cues.map((cue) => [cue.startMs, cue.endMs, cue.text])

describe('captions text', () => {
  it('is read as WebVTT, with its settings and without its header, comments and styles', () => {
    const { cues, problems } = parseCaptions(
      [
        'WEBVTT - a lecture',
        'Kind: captions',
        '',
        'STYLE',
        '::cue { color: red }',
        '',
        'NOTE nobody reads this',
        '',
        'first',
        '00:01.000 --> 00:04.500 line:0 align:start',
        'Good morning,',
        'R&amp;D &lt; all',
        '',
        '01:00:00.000 --> 01:00:01.000',
        '<v Ada>And good night.',
        '',
      ].join('\r\n'),
    )
    expect(problems).toEqual([])
    expect(cues).toMatchObject([
      {
        startMs: 1000,
        endMs: 4500,
        settings: 'line:0 align:start',
        text: 'Good morning,\nR&D < all',
      },
      { startMs: 3_600_000, endMs: 3_601_000, text: '<v Ada>And good night.' },
    ])
  })

  it('is read as SubRip, whose numbers and colours fall away', () => {
    const text =
      '\uFEFF1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color="#fff"><i>Hello</i></font>\n\n2\n00:00:03,5 --> 00:00:04,000\nBye'
    expect(plain(text)).toEqual([
      [1000, 2000, '<i>Hello</i>'],
      [3500, 4000, 'Bye'],
    ])
  })

  it('says on which line something cannot be read, and keeps the rest', () => {
    const text =
      'WEBVTT\n\n00:01.000 -> 00:02.000\nOne\n\n00:xx.000 --> 00:04.000\nTwo\n\n00:05.000 --> 00:06.000\nThree\n'
    const { cues, problems } = parseCaptions(text)
    expect(cues.map(({ text: words }) => words)).toEqual(['Three'])
    expect(problems.map(({ line }) => line)).toEqual([3, 6])
  })

  it('is told of by its first line where it has no times', () => {
    const { cues, problems } = parseCaptions(
      'WEBVTT\n\n00:00.000 --> 00:02.000\none\n\ntwo\nthree\n\n00:03.000 --> 00:04.000\nfour',
    )
    expect(cues.map(({ text }) => text)).toEqual(['one', 'four'])
    expect(problems.map(({ line }) => line)).toEqual([6])
  })

  it('goes on after a line of spaces, and begins anew at times', () => {
    const times = ['00:00.000 --> 00:02.000', '00:02.000 --> 00:03.000']
    for (const head of ['WEBVTT\n\n', ''])
      expect(plain(`${head}${times[0]}\n \none\n \ntwo\n \n${times[1]}\nthree\n\n \n\n`)).toEqual([
        [0, 2000, 'one\n \ntwo'],
        [2000, 3000, 'three'],
      ])
  })

  it('has its character references undone, but for those that would be syntax', () => {
    const text = `WEBVTT\n\n00:00.000 --> 00:02.000\ndon&#39;t caf&eacute; &hellip; a &gt; b &lt; c R&D &amp;eacute; &lt;i&gt;`
    expect(plain(text)).toEqual([[0, 2000, "don't café … a > b < c R&D &eacute; &lt;i>"]])
  })

  it('is left out where it ends as it begins, and told of', () => {
    const { cues, problems } = parseCaptions(
      '1\n00:00:00,000 --> 00:00:00,000\nmark\n\n2\n00:00:01,000 --> 00:00:02,000\nfine',
    )
    expect(cues.map(({ text }) => text)).toEqual(['fine'])
    expect(problems).toEqual([{ line: 2, message: expect.stringContaining('nobody would see it') }])
  })

  it('is written so that the W3C’s own parser finds nothing to say, whatever people write', () => {
    const someCue = fc.record({
      startMs: fc.integer({ min: 0, max: 80_000_000 }),
      lengthMs: fc.integer({ min: 1, max: 60_000 }),
      text: fc
        .string({ minLength: 1, maxLength: 80, unit: 'grapheme' })
        .filter((text) => /[^\s\p{C}]/u.test(text) && !/[\r\0]/.test(text)),
    })
    fc.assert(
      fc.property(fc.array(someCue, { minLength: 1, maxLength: 8 }), (given) => {
        const cues = given
          .map(({ startMs, lengthMs, text }) =>
            newCue({ startMs, endMs: startMs + lengthMs, text }),
          )
          .sort((a, b) => a.startMs - b.startMs)
        const written = writeCaptions(cues)
        const read = new WebVTTParser().parse(written.text, 'metadata')
        expect(read.errors).toEqual([])
        expect(read.cues.map(({ startTime }) => Math.round(startTime * 1000))).toEqual(
          cues.map(({ startMs }) => startMs),
        )
        const lines = written.text.split('\n')
        for (const { id } of cues) expect(lines[(written.lines.get(id) ?? 0) - 1]).toContain('-->')
      }),
    )
  })

  it('comes back as it was, with ampersands, angles and tags', () => {
    for (const text of [
      'R&D',
      'a < b',
      '<i>so</i> & so',
      'say &amp;lt; twice',
      '1 <2> 3',
      'x\ny',
      'x\n \ny',
      '&eacute; & é',
      'a > b, <i>not</i> &lt;i>',
    ]) {
      const { text: written } = writeCaptions([newCue({ startMs: 0, endMs: 1000, text })])
      expect(plain(written)).toEqual([[0, 1000, text]])
    }
  })
})

describe('times of captions', () => {
  it('are read as people write them', () => {
    expect(readTime('75')).toBe(75_000)
    expect(readTime('1:15')).toBe(75_000)
    expect(readTime('1:15.5')).toBe(75_500)
    expect(readTime('01:01:15,250')).toBe(3_675_250)
    for (const bad of ['', '1:75', '1:2:3:4', 'x', '-1', '1:60:00'])
      expect(readTime(bad)).toBe(null)
  })

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359_999_999 }), (ms) => {
        expect(readTime(writeTime(ms))).toBe(ms)
      }),
    )
  })
})
