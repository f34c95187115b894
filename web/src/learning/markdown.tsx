import { type Block, type Inline, parseMarkdown } from './parse-markdown.ts'

/** An article's Markdown as React elements; nothing of it is ever read as HTML. */
export function Markdown({ source }: { source: string }) {
  return (
    <div className="prose">
      {parseMarkdown(source).map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one text never move
        <BlockView key={at} block={block} />
      ))}
    </div>
  )
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as const
      return (
        <Heading>
          <Inlines parts={block.children} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Inlines parts={block.children} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <Inlines parts={block.children} />
        </blockquote>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the items of one text never move
            <li key={at}>
              <Inlines parts={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'rule':
      return <hr />
  }
}

function Inlines({ parts }: { parts: readonly Inline[] }) {
  return parts.map((part, at) => {
    const key = `${at}`
    if (!('children' in part))
      return part.kind === 'code' ? <code key={key}>{part.text}</code> : part.text
    if (part.kind === 'link')
      return (
        <a key={key} href={part.href} rel="noopener noreferrer">
          <Inlines parts={part.children} />
        </a>
      )
    const Emphasis = part.kind
    return (
      <Emphasis key={key}>
        <Inlines parts={part.children} />
      </Emphasis>
    )
  })
}
