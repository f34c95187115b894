import { describe, expect, it, vi } from 'vitest'
import { fillPath } from '#contract/http/fill-path'
import { chooseRungs } from '#core/videos/encode/ladder'
import { sourceFacts } from '#test/support/asset'
import { coverOf } from '#web/courses/cover/cover-of.ts'
import { bytesInWords, durationInWords, sizeInWords } from '#web/ui/words.ts'
import { TransferRate } from '#web/uploads/transfer-rate.ts'

describe('amounts in words', () => {
  it('says durations and sizes as people do', () => {
    expect([40, 720, 3600, 3900].map((seconds) => durationInWords(seconds))).toEqual([
      '40 sec',
      '12 min',
      '1 hr',
      '1 hr 5 min',
    ])
    expect([12, 3_400_000, 250_000_000].map(bytesInWords)).toEqual(['12 bytes', '3.4 MB', '250 MB'])
  })

  it.each([
    ['es', 'es-ES', ['1 h 5 min', '3,4 MB', '3 de noviembre de 2026', '12,30 US$']],
    ['es', 'es-MX', ['1 h 5 min', '3.4 MB', '3 de noviembre de 2026', 'USD 12.30']],
    ['en', 'en-GB', ['1 hr 5 mins', '3.4 MB', '3 November 2026', 'US$12.30']],
    ['en', 'de', ['1 hr 5 min', '3.4 MB', 'November 3, 2026', '$12.30']],
  ])('says them as a page in %s does in a browser for %s', async (lang, browser, said) => {
    vi.resetModules()
    vi.stubGlobal('document', { documentElement: { lang } })
    vi.stubGlobal('navigator', { languages: ['de', browser] })
    const words = await import('#web/ui/words.ts')
    vi.unstubAllGlobals()
    expect(
      [
        words.durationInWords(3900),
        words.bytesInWords(3_400_000),
        words.dateInWords('2026-11-03T12:00:00Z'),
        words.dollars(12.3),
      ].map((text) => text.replaceAll(/\s/g, ' ')),
    ).toEqual(said)
  })

  it.each([
    ['es', 'es-ES', 'hace 2 horas', '3 de noviembre de 2020'],
    ['en', 'en-GB', '2 hours ago', '3 November 2020'],
    ['en', 'en-US', '2 hours ago', 'November 3, 2020'],
  ])('says when as a page in %s does in a browser for %s', async (lang, browser, since, date) => {
    vi.resetModules()
    vi.stubGlobal('document', { documentElement: { lang } })
    vi.stubGlobal('navigator', { languages: [browser] })
    const { WhenInWords } = await import('#web/ui/when-in-words.tsx')
    vi.unstubAllGlobals()
    const twoHoursAgo = new Date(Date.now() - 7_200_000).toISOString()
    expect(WhenInWords({ instant: twoHoursAgo }).props.children).toBe(since)
    const longAgo = WhenInWords({ instant: '2020-11-03T12:00:00Z' }).props
    expect(longAgo.children).toBe(date)
    expect(longAgo.title).toContain(date)
  })

  it('names a rendition by the lines that it has, not by the step of the ladder it stands on', () => {
    const names = (width: number, height: number) =>
      chooseRungs(sourceFacts({ width, height })).map(sizeInWords)
    expect(names(1024, 576)).toEqual(['240p', '360p', '480p', '576p'])
    expect(names(900, 1600).at(-1)).toBe('900p')
    expect(names(1920, 1080).at(-1)).toBe('1080p')
    expect(names(320, 180)).toEqual(['180p'])
  })
})

describe('a route’s address', () => {
  it('encodes its values and leaves out what is undefined', () => {
    expect(fillPath('/a/{b}/c', { b: 'x/y' }, { q: 1, r: undefined })).toBe('/a/x%2Fy/c?q=1')
    expect(() => fillPath('/a/{b}', {}, {})).toThrow('b')
  })
})

describe('a course’s cover', () => {
  it('is the same each time, and another for another course', () => {
    expect(coverOf('crs_1')).toEqual(coverOf('crs_1'))
    expect(coverOf('crs_1')).not.toEqual(coverOf('crs_2'))
  })
})

describe('the rate of an upload', () => {
  it('tells speed and remaining time once a second has passed', () => {
    const rate = new TransferRate()
    rate.add(0, 0)
    rate.add(500, 100)
    expect(rate.bytesPerSecond()).toBeNull()
    rate.add(2000, 2000)
    expect(rate.bytesPerSecond()).toBe(1000)
    expect(rate.secondsLeft(5000)).toBe(3)
  })
})
