import { expect, it } from 'vitest'
import {
  isNamedAfter,
  isSameKey,
  parseCompanionKey,
  spellingsOf,
} from '#core/videos/source/companion-key'

it.each([
  ['a/lecture.vtt', [['a/lecture', null]]],
  ['a/lecture.SRT', [['a/lecture', null]]],
  [
    'a/lecture.en.vtt',
    [
      ['a/lecture.en', null],
      ['a/lecture', 'en'],
    ],
  ],
  [
    'a/03 Kernel.pt_br.srt',
    [
      ['a/03 Kernel.pt_br', null],
      ['a/03 Kernel', 'pt-BR'],
    ],
  ],
  ['a/lecture.old.vtt', [['a/lecture.old', null]]],
  ['a.b/lecture.vtt', [['a.b/lecture', null]]],
] as const)('%s holds captions of one of %j', (key, fits) => {
  expect(parseCompanionKey(key)).toEqual({
    kind: 'captions',
    fits: fits.map(([stem, language]) => ({ stem, language })),
  })
})

it('Chapters are told by their name', () => {
  expect(parseCompanionKey('a/lecture.Chapters.vtt')).toEqual({
    kind: 'chapters',
    stem: 'a/lecture',
  })
})

it.each(['a/lecture.mp4', 'a/.vtt', 'a/vtt', 'a/notes.vtt.pdf', ''])('%j is none', (key) => {
  expect(parseCompanionKey(key)).toBeNull()
})

it('A key is the same however its accents are written, in folders and file each', () => {
  const [nfc, nfd] = ['Día/canción.es', 'Día/canción.es'.normalize('NFD')]
  const mixed = `${'Día'.normalize('NFD')}/canción.es`
  const all = [nfc, nfd, mixed]
  for (const key of all) {
    expect(spellingsOf(key)[0]).toBe(key)
    expect(new Set(spellingsOf(key)).size).toBe(4)
    for (const other of all) {
      expect(isSameKey(key, other)).toBe(true)
      expect(spellingsOf(key)).toContain(other)
      expect(isNamedAfter(`${key}.vtt`, `${other.replace('.es', '')}.mp4`)).toBe(true)
    }
  }
  expect(spellingsOf('plain/ascii.mp4')).toEqual(['plain/ascii.mp4'])
  expect(isSameKey('a/cancion', 'a/canción')).toBe(false)
})
