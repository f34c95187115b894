import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ArticleDocument } from '#contract/articles/document'
import { readMarkdown } from '#contract/articles/markdown/read-markdown'
import { markdownOf } from '#contract/articles/markdown/to-markdown'
import layout from '#web/ui/layout.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly label: string
  readonly document: ArticleDocument
  readonly close: () => void
  readonly apply: (document: ArticleDocument) => void
}

/** The whole article as Markdown: to take along, or to put another in its place. */
export function MarkdownDialog({ label, document, close, apply }: Props) {
  const [written] = useState(() => markdownOf(document))
  const [text, setText] = useState(written)
  return (
    <Modal opened onClose={close} title={words.markdown} size="lg" returnFocus={false}>
      <Textarea
        label={words.markdownOf(label)}
        description={words.markdownHint}
        autosize
        minRows={8}
        maxRows={20}
        dir="auto"
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={layout.actions}>
        <Button disabled={text === written} onClick={() => apply(readMarkdown(text))}>
          {words.apply}
        </Button>
        <Button variant="default" onClick={close}>
          {words.cancel}
        </Button>
      </div>
    </Modal>
  )
}
