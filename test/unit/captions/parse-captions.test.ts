import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { say } from '#contract/say'
import { parseCaptions } from '#core/captions/format/parse-captions'
import { plainText, writeWebVtt } from '#core/captions/format/write-webvtt'

const written = (text: string) => {
  const parsed = parseCaptions(text)
  return parsed.kind === 'cues' ? writeWebVtt(parsed.cues) : parsed.problems
}
const vtt = (...lines: string[]) => ['WEBVTT', '', ...lines].join('\n')
const cue = (text: string) => vtt('00:00:01.000 --> 00:00:02.000', text, '')

describe('WebVTT', () => {
  it('comes out as it went in', () => {
    const text = vtt(
      '00:00:01.000 --> 00:00:02.500 line:10% position:20%,line-left size:50% align:start',
      '<v.loud Ada>Hello <i>world</i> &amp; all &lt;here&gt;</v>',
      '',
      '01:02:03.000 --> 01:02:04.000',
      'Two',
      'lines <01:02:03.500>sung',
      '',
    )
    expect(written(text)).toBe(text)
  })

  it('loses its header, comments, styles and regions, and every cue stays', () => {
    const text = [
      '\uFEFFWEBVTT - of the tool',
      'Kind: captions',
      'X-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000',
      '',
      'STYLE',
      '::cue { background: url(https://evil.example) }',
      '',
      'REGION',
      'id:top',
      '',
      'NOTE to self: the dean',
      'is wrong',
      '',
      'intro',
      '00:01.000 --> 00:02.000 region:top',
      'Welcome',
    ].join('\r\n')
    expect(written(text)).toBe(cue('Welcome'))
  })

  it('lets no script through', () => {
    const hostile = cue(
      '<script>alert(1)</script><img src=x onerror=alert(2)>safe<b onclick=x>bold',
    )
    expect(written(hostile)).toBe(cue('alert(1)safe<b>bold</b>'))
  })

  it('escapes what people leave bare', () => {
    expect(written(cue('Q&A: 1 <2 & a< b'))).toBe(cue('Q&amp;A: 1 &lt;2 &amp; a&lt; b'))
  })

  it('is put in order, and needs no blank line between cues', () => {
    const text = vtt('00:03.000 --> 00:04.000', 'b', '00:01.000 --> 00:02.000', 'a')
    expect(written(text)).toBe(
      vtt('00:00:01.000 --> 00:00:02.000', 'a', '', '00:00:03.000 --> 00:00:04.000', 'b', ''),
    )
  })
})

describe('A cue', () => {
  it.each([
    ['WebVTT', vtt('00:00:00.000 --> 00:00:02.000', 'line one', ' ', 'line three', '')],
    ['SubRip', '1\n00:00:00,000 --> 00:00:02,000\nline one\n \nline three\n'],
  ])('of %s goes on after a line of spaces, and ends at an empty one', (_, text) => {
    expect(written(text)).toBe(
      vtt('00:00:00.000 --> 00:00:02.000', 'line one', ' ', 'line three', ''),
    )
  })

  it('may begin or end with a line of spaces, as tools write it to hold a place', () => {
    const text = vtt(
      '00:00.000 --> 00:02.000',
      ' ',
      'first<00:00:00.500><c> words</c>',
      '',
      ' ',
      '00:02.000 --> 00:03.000',
      'second',
      ' ',
      '',
    )
    expect(written(text)).toBe(
      vtt(
        '00:00:00.000 --> 00:00:02.000',
        'first<00:00:00.500><c> words</c>',
        '',
        '00:00:02.000 --> 00:00:03.000',
        'second',
        '',
      ),
    )
  })

  it('has each of HTML’s character references undone, by name and by number', () => {
    const text = cue(
      'don&#39;t &#x41;&#xe9; caf&eacute; &hellip; 20&deg; &#128512; &copy 5 &lt; 6 &AMP; 7&nbsp;&nonsense; &notit; &NotEqualTilde;',
    )
    expect(written(text)).toBe(
      cue("don't Aé café … 20° \u{1f600} © 5 &lt; 6 &amp; 7\u00a0&amp;nonsense; ¬it; \u2242\u0338"),
    )
  })

  it('has a line break where a reference stands for one', () => {
    expect(written(cue('one&#10;two&NewLine;&#10;three'))).toBe(cue('one\ntwo\nthree'))
  })

  it('that ends as it begins is left out and told of; the others stay', () => {
    const parsed = parseCaptions(
      '1\n00:00:00,000 --> 0:00:00,0\nmark\n\n2\n00:00:01,000 --> 00:00:02,000\nfine\n',
    )
    expect(parsed).toMatchObject({
      kind: 'cues',
      leftOut: [{ line: 2, code: 'cue_never_shown' }],
    })
    if (parsed.kind === 'cues') expect(parsed.cues.map(plainText)).toEqual(['fine'])
  })
})

describe('SubRip', () => {
  it('becomes WebVTT: numbers, commas, BOM, line ends, fonts and places', () => {
    const text = [
      '\uFEFF1',
      '00:00:01,000 --> 00:00:02,000 X1:100 X2:200 Y1:0 Y2:50',
      '{\\an8}<font color="#ff0000">Top</font> {b}bold{/b} &amp; caf\u00e9',
      '',
      '2',
      '0:01:02,5 --> 0:01:03,25',
      '1984',
      '',
    ].join('\r\n')
    expect(written(text)).toBe(
      vtt(
        '00:00:01.000 --> 00:00:02.000 line:0',
        'Top <b>bold</b> &amp; caf\u00e9',
        '',
        '00:01:02.500 --> 00:01:03.250',
        '1984',
        '',
      ),
    )
  })

  it('may be numbered wrongly, overlap, lack hours and blank lines', () => {
    const text = ['7', '00:03,000 --> 00:09,000', 'b', '3', '00:01,000 --> 00:05,000', 'a'].join(
      '\n',
    )
    expect(written(text)).toBe(
      vtt('00:00:01.000 --> 00:00:05.000', 'a', '', '00:00:03.000 --> 00:00:09.000', 'b', ''),
    )
  })
})

describe('Bad captions', () => {
  it('name each line and what is wrong with it', () => {
    const text = vtt(
      '00:00:05.000 --> 00:00:02.000',
      'backwards',
      '',
      'soon --> later',
      'when',
      '',
      '00:00:61.000 --> 00:01:02.000',
      'a long minute',
      '',
      'Nobody said when',
      '',
    )
    expect(written(text)).toEqual([
      { line: 3, ...say('cue_ends_early') },
      { line: 6, ...say('times_unreadable') },
      { line: 9, ...say('seconds_over_59') },
      { line: 12, ...say('times_missing') },
    ])
  })

  it('name a text without times once, by its first line', () => {
    const text = vtt('00:00.000 --> 00:02.000', '', 'after a blank', 'and more', 'and more', '')
    expect(written(text)).toEqual([{ line: 5, ...say('times_missing') }])
    expect(written('1\n00:01,000 --> 00:02,000\none\n\ntwo')).toEqual([
      { line: 5, ...say('times_missing') },
    ])
  })

  it('of SubRip name the line of the file as it is', () => {
    expect(written('1\n00:00:05,000 --> 00:00:02,000\nx\n')).toEqual([
      { line: 2, ...say('cue_ends_early') },
    ])
  })

  it.each([
    ['nothing', ''],
    ['a header alone', 'WEBVTT\n'],
    ['cues that nobody would see', vtt('00:01.000 --> 00:01.000', 'x')],
    ['cues without words', cue('{\\an8}')],
    ['cues of control characters', cue('\u0001')],
  ])('are %s', (_, text) => {
    expect(parseCaptions(text).kind).toBe('bad')
  })

  it('of a thousand lines are told of as many as somebody mends at once', () => {
    const text = vtt(...Array.from({ length: 1000 }, () => '00:02.000 --> 00:01.000\nx\n'))
    expect(written(text)).toHaveLength(50)
  })
})

describe('Whatever is uploaded', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('WEBVTT', '', 'NOTE x', 'STYLE', '00:01.000 --> 00:02.000', '1', '-->'),
    fc.constantFrom('<v Bob>', '</v>', '<i', '&', '&#60;', '<00:01.500>', '{\\an8}', '<script>'),
  )

  it('is refused with lines, or comes out as WebVTT that reads the same again', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const parsed = parseCaptions(lines.join('\n'))
        if (parsed.kind === 'bad') {
          expect(parsed.problems.length).toBeGreaterThan(0)
          return
        }
        const once = writeWebVtt(parsed.cues)
        const again = parseCaptions(once)
        if (again.kind === 'bad') throw new Error(JSON.stringify([once, again.problems]))
        expect(writeWebVtt(again.cues)).toBe(once)
        expect(again.cues.map(plainText)).toEqual(parsed.cues.map(plainText))
        expect(once).not.toMatch(/<(?!\/?(c|i|b|u|ruby|rt|v|lang)\b|\d)/)
      }),
      { numRuns: 1000 },
    )
  })
})
