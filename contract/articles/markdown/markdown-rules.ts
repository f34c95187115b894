import { calloutTones } from '#contract/articles/tree'
import type { Markdown } from './markdown.ts'

const CALLOUT = new RegExp(`^\\[!(${calloutTones.join('|')})\\][ \\t]*(?:\\n|$)`, 'i')

/** `> [!NOTE]` begins a callout: its quote's token has the tone as `info`. */
export function readCallouts(markdown: Markdown): void {
  markdown.core.ruler.after('block', 'callouts', ({ tokens }) => {
    for (let at = 0; at + 2 < tokens.length; at += 1) {
      const [quote, paragraph, words] = tokens.slice(at, at + 3)
      if (quote?.type !== 'blockquote_open' || paragraph?.type !== 'paragraph_open') continue
      const [mark, tone = ''] = CALLOUT.exec(words?.content ?? '') ?? []
      if (!words || mark === undefined) continue
      quote.info = tone.toLowerCase()
      words.content = words.content.slice(mark.length)
      if (words.content === '') tokens.splice(at + 1, 3)
    }
  })
}

/**
 * TeX between dollars. One on each side as Pandoc reads them: words must touch both from within, and no figure follow,
 * so that prices stay prices. Two or more hold anything; in lines of their own, they are a formula by itself.
 */
export function readFormulas(markdown: Markdown): void {
  markdown.inline.ruler.after('escape', 'math_inline', (state, silent) => {
    const { src, pos } = state
    if (src[pos] !== '$') return false
    const mark = /^\$+/.exec(src.slice(pos))?.[0] ?? ''
    const from = pos + mark.length
    const end = closing(src, from, mark.length)
    const value =
      end === null ? null : formulaIn(src.slice(from, end), mark, src[end + mark.length])
    if (end === null || value === null) {
      if (!silent) state.pending += mark
      state.pos = from
      return true
    }
    if (!silent) state.push('math_inline', '', 0).content = value
    state.pos = end + mark.length
    return true
  })

  markdown.block.ruler.before(
    'fence',
    'math_block',
    (state, startLine, endLine, silent) => {
      const lineAt = (line: number) =>
        state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
      const mark = /^(\${2,})[ \t]*$/.exec(lineAt(startLine))?.[1]
      if (!mark || isIndented(state, startLine)) return false
      let line = startLine + 1
      const ends = (text: string) => new RegExp(`^\\$\{${mark.length},}[ \\t]*$`).test(text)
      while (line < endLine && !ends(lineAt(line)) && !isOutside(state, line)) line += 1
      if (line >= endLine || !ends(lineAt(line))) return false
      if (silent) return true
      const token = state.push('math_block', '', 0)
      token.content = state
        .getLines(startLine + 1, line, state.sCount[startLine] ?? 0, false)
        .trim()
      token.map = [startLine, line + 1]
      state.line = line + 1
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
}

interface Lines {
  readonly sCount: readonly number[]
  readonly blkIndent: number
}
const isIndented = ({ sCount, blkIndent }: Lines, line: number) =>
  (sCount[line] ?? 0) - blkIndent >= 4
/** Of the list or the quote that the formula stands in. */
const isOutside = ({ sCount, blkIndent }: Lines, line: number) => (sCount[line] ?? 0) < blkIndent

/** Where just so many dollars stand again. */
function closing(text: string, from: number, count: number): number | null {
  const runs = /\$+/g
  runs.lastIndex = from
  for (let run = runs.exec(text); run; run = runs.exec(text)) {
    if (run[0].length === count && (count > 1 || text[run.index - 1] !== '\\')) return run.index
  }
  return null
}

function formulaIn(inside: string, { length }: string, follows = ''): string | null {
  const value = inside.replace(/\s+/g, ' ')
  if (length > 1) return value.trim() || null
  return /^\S(.*\S)?$/.test(value) && !/\d/.test(follows) ? value : null
}
