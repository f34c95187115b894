import type { ElementContent } from 'hast'
import { isLanguage } from '#web/articles/parts/languages.ts'
import { NO_PART, partOf, usePart } from '#web/ui/moments/part.ts'
import styles from './code.module.css'
import { Scroller } from './scroller.tsx'
import { words } from './words/en.ts'

/** Articles without code in a language that it knows never load it. */
const highlighter = partOf(() => import('#web/articles/parts/highlight.ts'))

/** A block of code, in colours as soon as they are there. */
export function Code({ lang, value }: { lang: string | null; value: string }) {
  const lowlight = usePart(isLanguage(lang) ? highlighter : NO_PART)
  return (
    <Scroller label={words.code}>
      <pre dir="ltr" className={styles.code}>
        <code>{lowlight && lang ? spans(lowlight.highlight(lang, value).children) : value}</code>
      </pre>
    </Scroller>
  )
}

const spans = (nodes: readonly (ElementContent | { readonly type: 'doctype' })[]) =>
  nodes.map((node, at) => {
    if (node.type === 'text') return node.value
    if (node.type !== 'element') return null
    const { className } = node.properties
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the letters of one code never move
      <span key={at} className={Array.isArray(className) ? className.join(' ') : undefined}>
        {spans(node.children)}
      </span>
    )
  })
