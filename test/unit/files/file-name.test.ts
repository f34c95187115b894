import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileLimits } from '#contract/files/limits'
import { cleanName, nameAs, savedAs } from '#core/files/content/file-name'

describe('a name', () => {
  it.each([
    ['Tema 3: álgebra.pdf', 'Tema 3_ álgebra.pdf'],
    ['محاضرة ١.pdf', 'محاضرة ١.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['.htaccess', 'htaccess'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['  two\n\tlines .. ', 'two lines'],
    ['..', 'file'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanName(given)).toBe(kept)
  })

  it('is never empty, never hidden and never too long, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (given) => {
        const name = cleanName(given)
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(fileLimits.name)
        expect(name).not.toMatch(/^\.|[/\\]/)
        expect(name.isWellFormed()).toBe(true)
      }),
    )
  })

  it('keeps its ending when it loses its middle', () => {
    const name = cleanName(`${'long '.repeat(60)}2026.pdf`)
    expect(name).toMatch(/^long long .*….*2026\.pdf$/)
  })

  it.each([
    ['pdf', 'notes.PDF', 'notes.PDF'],
    ['pdf', 'notes.exe', 'notes.exe.pdf'],
    ['text', 'points.csv', 'points.csv'],
    ['text', 'run.bat', 'run.bat.txt'],
    ['jpeg', 'photo', 'photo.jpg'],
  ] as const)('ends as its type does: %s, %s', (type, name, ends) => {
    expect(nameAs(type, name)).toBe(ends)
  })

  it('becomes a header that nothing breaks out of', () => {
    expect(savedAs('Tema 3_ álgebra.pdf')).toBe(
      `attachment; filename="Tema 3_ _lgebra.pdf"; filename*=UTF-8''Tema%203_%20%C3%A1lgebra.pdf`,
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (given) => {
        expect(savedAs(cleanName(given))).toMatch(
          /^attachment; filename="[^"\\%]*"; filename\*=UTF-8''[\w.~%-]+$/,
        )
      }),
    )
  })
})
