import { describe, expect, it } from 'vitest'
import { chooseRungs } from '#core/media/ladder'
import { sourceFacts } from '#test/support/asset'
import { fillPath } from '../../../web/src/api/fill-path.ts'
import { coverOf } from '../../../web/src/catalogue/cover-of.ts'
import { bytesInWords, durationInWords, sizeInWords } from '../../../web/src/layout/words.ts'
import { TransferRate } from '../../../web/src/teaching/uploads/transfer-rate.ts'

describe('amounts in words', () => {
  it('says durations and sizes as people do', () => {
    expect([40, 720, 3600, 3900].map(durationInWords)).toEqual([
      '40 s',
      '12 min',
      '1 h',
      '1 h 5 min',
    ])
    expect([12, 3_400_000, 250_000_000].map(bytesInWords)).toEqual(['12 B', '3.4 MB', '250 MB'])
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
