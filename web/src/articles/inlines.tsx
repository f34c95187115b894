import { isSafeHref } from '#contract/articles/safe-href'
import type { ArticleInline } from '#contract/articles/tree'
import { anchorOf } from '#web/articles/parts/headings.ts'
import { Formula } from './formula.tsx'
import { NoteMark } from './note-mark.tsx'

type Image = Extract<ArticleInline, { type: 'image' }>

/** Words within a line. A link within a link is a part of the outer one. */
export function Inlines({
  parts,
  inLink = false,
}: {
  parts: readonly ArticleInline[]
  inLink?: boolean
}) {
  return parts.map((part, at) => {
    const key = `${at}`
    switch (part.type) {
      case 'text':
        return part.value
      case 'break':
        return <br key={key} />
      case 'inlineCode':
        return (
          <code key={key} dir="ltr">
            {part.value}
          </code>
        )
      case 'inlineMath':
        return <Formula key={key} value={part.value} />
      case 'footnote':
        return <NoteMark key={key} note={part} inLink={inLink} />
      case 'image':
        return <Picture key={key} image={part} inLink={inLink} />
      case 'link':
        if (!isSafeHref(part.url))
          return <Inlines key={key} parts={part.children} inLink={inLink} />
        return (
          <a
            key={key}
            href={part.url.startsWith('#') ? anchorOf(part.url) : part.url}
            title={part.title ?? undefined}
            rel="noopener noreferrer"
          >
            <Inlines parts={part.children} inLink />
          </a>
        )
      default: {
        const Emphasis = ELEMENTS[part.type]
        return (
          <Emphasis key={key}>
            <Inlines parts={part.children} inLink={inLink} />
          </Emphasis>
        )
      }
    }
  })
}
const ELEMENTS = { emphasis: 'em', strong: 'strong', delete: 'del' } as const

/** A picture of this site. The content security policy allows no other, which is a link to it instead. */
function Picture({ image: { url, alt, title }, inLink }: { image: Image; inLink: boolean }) {
  if (!isSafeHref(url)) return alt
  if (url.startsWith('/'))
    return <img src={url} alt={alt} title={title ?? undefined} loading="lazy" />
  const words = alt || title || url
  if (inLink) return words
  return (
    <a href={url} title={title ?? undefined} rel="noopener noreferrer">
      {words}
    </a>
  )
}
