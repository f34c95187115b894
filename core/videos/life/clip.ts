import type { Said } from '#contract/words/said'
import { shorten } from '#core/platform/shorten'

/** Characters of all texts together. What the encoder says has no bound of its own, and an item holds 400 KB. */
const MOST_TEXT = 1000
/** Of a list, as of fields that a manifest does not know. */
const MOST_LISTED = 10

/** The same with texts short enough to be stored, each within its share, and lists that end. */
export function clip({ code, params }: Said): Said {
  let texts = 0
  const listed = JSON.stringify(params, (name, value) => {
    if (isText(name, value)) texts += 1
    return Array.isArray(value) ? value.slice(0, MOST_LISTED) : value
  })
  const most = Math.floor(MOST_TEXT / Math.max(1, texts))
  const short = (text: string) => (text.length <= most ? text : `${shorten(text, most - 1)}…`)
  return {
    code,
    params: JSON.parse(listed, (name, value) => (isText(name, value) ? short(value) : value)),
  }
}

/** The codes of problems that are named within are no texts. */
const isText = (name: string, value: unknown) => typeof value === 'string' && name !== 'code'
