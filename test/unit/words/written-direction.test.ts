import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const WEB = join(import.meta.dirname, '../../../web/src')

/** Fields that hold what people wrote, or sentences about it. */
const WRITTEN = /\b(title|summary|fileName|teacherName|sourceKey|name|reason|note|message|text)\b/

/** The same as names of their own. */
const TAKEN_OUT = /^(title|fileName|teacherName|sourceKey|name|folder)$/

/** Blocks that the style sheet gives `unicode-bidi: plaintext`. */
const blocks = () => {
  const css = readFileSync(join(WEB, 'app/styles.css'), 'utf8')
  const [, list = ''] = /:where\(([^()]+)\)\s*\{\s*unicode-bidi: plaintext;/.exec(css) ?? []
  return new Set(list.split(',').map((selector) => selector.trim()))
}

interface Child {
  readonly place: string
  /** The element around it, as it is opened: `span dir="auto"`. */
  readonly opening: string
  /** Whether nothing else stands in it. */
  readonly alone: boolean
}

/** Each place where JSX shows such a field: an expression after the end of a tag, with words at most between. */
const writtenChildren = (source: string): (Omit<Child, 'place'> & { readonly at: number })[] =>
  [...source.matchAll(/(?<!\$)\{([^{}]*)\}/g)].flatMap(
    ({ 0: whole, 1: expression = '', index }) => {
      if (!/^[\s\w.?()[\]]+(\?\? *['"][^'"]*['"])?\s*$/.test(expression)) return []
      // Words of the site are in its own language.
      if (/^\s*words\./.test(expression)) return []
      const shown = expression.split('.').at(-1) ?? ''
      const written = expression.includes('.') ? WRITTEN : TAKEN_OUT
      if (!written.test(shown.trim())) return []
      const before = source.slice(0, index)
      const opening = openTag(before)
      const alone = /[^=]>\s*$/.test(before) && /^\s*<\//.test(source.slice(index + whole.length))
      return opening === null ? [] : [{ opening, alone, at: before.split('\n').length }]
    },
  )

/** The innermost element that is open at the end of some JSX; null where the end is within a tag or in code. */
function openTag(before: string): string | null {
  const open: string[] = []
  let rest = before.slice(Math.max(0, before.lastIndexOf('return (')))
  const isChild = /[>}]\s*[^<>{}=;]*$/.test(rest) && !/=>?\s*$/.test(rest)
  if (!isChild) return null
  rest = rest.replace(/=>/g, '  ')
  for (const [, closing, inside = ''] of rest.matchAll(/<(\/?)([A-Za-z][^<>]*|)>/g))
    if (closing) open.pop()
    else if (!inside.endsWith('/')) open.push(inside.replace(/\s+/g, ' ').trim())
  return open.at(-1) ?? null
}

const children = (): Child[] =>
  globSync('**/*.tsx', { cwd: WEB }).flatMap((file) =>
    writtenChildren(readFileSync(join(WEB, file), 'utf8')).map(({ at, ...child }) => ({
      place: `${file}:${at}`,
      ...child,
    })),
  )

describe('What people write', () => {
  it('takes its direction from itself wherever it is shown', () => {
    const allowed = blocks()
    const found = children()
    expect(found.length).toBeGreaterThan(30)
    const wrong = found.filter(({ opening, alone }) => {
      const [tag = ''] = opening.split(' ')
      // In a sentence it stands apart, so that it turns no other word around.
      return tag !== 'bdi' && !(alone && (allowed.has(tag) || opening.includes('dir="auto"')))
    })
    expect(wrong).toEqual([])
  })
})
