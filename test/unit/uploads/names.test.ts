import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutUnseen } from '#contract/platform/key-rules'
import { MediaType, ObjectKey, ObjectName } from '#contract/uploads/names'
import { shorten } from '#core/platform/shorten'
import { oddCharactersIn } from '#core/videos/source/upload-key'

/** Persian and Hindi words and a family, which all have joints. */
const SPELLED = ['می\u200cخواهم.mp4', 'क्\u200dष.mp4', '👨\u200d👩\u200d👧.mp4', 'Ü – été ❤️.mp4']
const UNSEEN = [
  ['a control', '\u0007'],
  ['a line break', '\n'],
  ['a C1 control', '\u0085'],
  ['an override of direction', '\u202e'],
  ['an isolate of direction', '\u2067'],
  ['a mark of direction', '\u200f'],
  ['an Arabic mark of direction', '\u061c'],
  ['a byte order mark', '\ufeff'],
  ['a zero-width space', '\u200b'],
  ['a half character', '\ud800'],
] as const

describe('The name of a file', () => {
  it.each(SPELLED)('may be %s', (name) => {
    expect(ObjectName.parse(name)).toBe(name)
    expect(oddCharactersIn(`course/${name}`)).toBeNull()
    expect(withoutUnseen(name)).toBe(name)
  })

  it.each(UNSEEN)('has not %s', (_, character) => {
    const name = `lec${character}ture.mp4`
    expect(ObjectName.safeParse(name).error?.issues[0]?.message).toBe('unseen_characters')
    expect(oddCharactersIn(`course/${name}`)).toBe('unseen')
    expect(withoutUnseen(name)).toBe('lecture.mp4')
  })

  it('and its key have at most S3’s 1,024 bytes, not characters', () => {
    for (const schema of [ObjectName, ObjectKey]) {
      expect(schema.safeParse('é'.repeat(512)).success).toBe(true)
      expect(schema.safeParse('é'.repeat(513)).success).toBe(false)
      expect(schema.safeParse('한'.repeat(342)).success).toBe(false)
    }
  })

  it('that passed once has nothing to be taken away', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const { data, success } = ObjectName.safeParse(name)
        if (success) expect(withoutUnseen(data)).toBe(data)
        expect(ObjectName.safeParse(withoutUnseen(name)).success).toBe(true)
      }),
    )
  })
})

it.each(['video/mp4', 'application/vnd.apple.mpegurl', 'text/vtt; charset=utf-8', 'a/b;c="d e"'])(
  'A media type may be %s',
  (type) => expect(MediaType.parse(type)).toBe(type),
)

it.each(['', 'video', 'video/mp4\r\nx-evil: 1', 'video/mp4\n', 'vidéo/mp4', 'a/b;é', 'a/b\ud800'])(
  '%j is no media type',
  (type) => expect(MediaType.safeParse(type).success).toBe(false),
)

it('A text is never shortened to half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, most) => {
      const short = shorten(text, most)
      expect(text.startsWith(short)).toBe(true)
      expect(short.length).toBeLessThanOrEqual(most)
      expect(short.isWellFormed()).toBe(true)
      expect(most - short.length > 1 && short !== text).toBe(false)
    }),
  )
})
