import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { articleLimits } from '#contract/articles/limits'
import { words } from '#web/articles/editor/words/en.ts'
import layout from '#web/ui/layout.module.css'

/** What is said of a picture; the caption as Markdown writes a line. */
export interface FigureWords {
  readonly alt: string
  readonly decorative: boolean
  readonly caption: string
}

interface Props {
  readonly figure: FigureWords
  readonly close: () => void
  readonly apply: (said: FigureWords) => void
  readonly remove: () => void
}

/** Asks what a picture shows, or that it shows nothing; and what stands below it. */
export function FigureDialog({ figure, close, apply, remove }: Props) {
  const [alt, setAlt] = useState(figure.alt)
  const [decorative, setDecorative] = useState(figure.decorative)
  const [caption, setCaption] = useState(figure.caption)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    apply({ alt: decorative ? '' : alt.trim(), decorative, caption: caption.trim() })
  }
  return (
    <Modal opened onClose={close} title={words.figure.title} returnFocus={false}>
      <form onSubmit={submit}>
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          maxRows={6}
          dir="auto"
          mb="md"
          label={words.figure.alt}
          description={words.figure.altHint}
          maxLength={articleLimits.alt}
          value={alt}
          disabled={decorative}
          onChange={(event) => setAlt(event.currentTarget.value)}
        />
        <Checkbox
          mb="md"
          label={words.figure.isDecorative}
          description={words.figure.decorativeHint}
          checked={decorative}
          onChange={(event) => setDecorative(event.currentTarget.checked)}
        />
        <TextInput
          dir="auto"
          mb="md"
          label={words.figure.caption}
          description={words.figure.captionHint}
          maxLength={articleLimits.alt}
          value={caption}
          onChange={(event) => setCaption(event.currentTarget.value)}
        />
        <div className={layout.actions}>
          <Button type="submit">{words.apply}</Button>
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button variant="default" onClick={remove}>
            {words.figure.remove}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
