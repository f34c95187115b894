export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph' | 'quote'; readonly children: readonly Inline[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly items: readonly (readonly Inline[])[]
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }

const BULLET = /^\s{0,3}[-*+]\s+/
const NUMBER = /^\s{0,3}\d{1,9}[.)]\s+/

/**
 * The part of Markdown that articles use: headings, paragraphs, lists, quotes, code, rules, emphasis and
 * links. HTML is shown as the text it is, and a link goes to the web, to mail or into this site only.
 */
export function parseMarkdown(source: string): Block[] {
  const lines = source.replace(/\r\n?/g, '\n').split('\n')
  const blocks: Block[] = []
  let at = 0
  const line = () => lines[at] ?? ''
  const take = (belongs: (text: string) => boolean) => {
    const taken: string[] = []
    while (at < lines.length && belongs(line())) {
      taken.push(line())
      at += 1
    }
    return taken
  }
  while (at < lines.length) {
    const text = line()
    const heading = /^(#{1,6})\s+(.+?)\s*#*$/.exec(text)
    if (text.trim() === '') at += 1
    else if (text.startsWith('```')) {
      at += 1
      const code = take((one) => !one.startsWith('```'))
      at += 1
      blocks.push({ kind: 'code', text: code.join('\n') })
    } else if (heading?.[1] && heading[2]) {
      at += 1
      const level = heading[1].length <= 2 ? 2 : heading[1].length === 3 ? 3 : 4
      blocks.push({ kind: 'heading', level, children: parseInline(heading[2]) })
    } else if (/^\s{0,3}([-*_])(\s*\1){2,}\s*$/.test(text)) {
      at += 1
      blocks.push({ kind: 'rule' })
    } else if (BULLET.test(text) || NUMBER.test(text)) {
      const marker = BULLET.test(text) ? BULLET : NUMBER
      blocks.push({
        kind: 'list',
        ordered: marker === NUMBER,
        items: take((one) => marker.test(one)).map((one) => parseInline(one.replace(marker, ''))),
      })
    } else if (text.startsWith('>')) {
      const quoted = take((one) => one.startsWith('>')).map((one) => one.replace(/^>\s?/, ''))
      blocks.push({ kind: 'quote', children: parseInline(quoted.join(' ')) })
    } else {
      at += 1
      const rest = take((one) => one.trim() !== '' && !startsBlock(one))
      blocks.push({ kind: 'paragraph', children: parseInline([text, ...rest].join(' ')) })
    }
  }
  return blocks
}

const startsBlock = (text: string) =>
  /^(#{1,6}\s|```|>)/.test(text) || BULLET.test(text) || NUMBER.test(text)

const INLINE =
  /`([^`]+)`|\*\*(.+?)\*\*|__(.+?)__|\*([^*\s][^*]*)\*|\b_([^_\s][^_]*)_\b|\[([^\]]+)\]\(([^()\s]+)\)/

function parseInline(text: string): Inline[] {
  const parts: Inline[] = []
  let rest = text
  for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
    if (found.index > 0) parts.push({ kind: 'text', text: rest.slice(0, found.index) })
    parts.push(inlineOf(found))
    rest = rest.slice(found.index + found[0].length)
  }
  if (rest) parts.push({ kind: 'text', text: rest })
  return parts
}

function inlineOf([whole, code, strong, strong2, em, em2, label, href]: RegExpExecArray): Inline {
  if (code) return { kind: 'code', text: code }
  if (strong || strong2) return { kind: 'strong', children: parseInline(strong ?? strong2 ?? '') }
  if (em || em2) return { kind: 'em', children: parseInline(em ?? em2 ?? '') }
  if (label && href && isSafeHref(href)) return { kind: 'link', href, children: parseInline(label) }
  return { kind: 'text', text: whole ?? '' }
}

/** An allow-list: `javascript:` and its kin are spelt in too many ways to forbid one by one. */
export const isSafeHref = (href: string) => /^(https?:\/\/|mailto:|#|\/(?![/\\]))/i.test(href)
