import type { Said } from '#contract/words/said'
import { shorten } from '#core/platform/shorten'

/** Characters of all texts together. What the encoder says has no bound of its own, and an item holds 400 KB. */
const MOST_TEXT = 1000

/** The same with texts short enough to be stored: each may have its share. */
export function clip({ code, params }: Said): Said {
  let texts = 0
  JSON.stringify(params, (_, value) => {
    if (typeof value === 'string') texts += 1
    return value
  })
  const most = Math.floor(MOST_TEXT / Math.max(1, texts))
  const short = (text: string) => (text.length <= most ? text : `${shorten(text, most - 1)}…`)
  const clipped = JSON.stringify(params, (_, value) =>
    typeof value === 'string' ? short(value) : value,
  )
  return { code, params: JSON.parse(clipped) }
}
