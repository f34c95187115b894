import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { articleLimits } from '#contract/articles/limits'
import { isSafeHref } from '#contract/articles/safe-href'
import { Formula, formulas } from '#web/articles/formula.tsx'
import layout from '#web/ui/layout.module.css'
import { NO_PART, usePart } from '#web/ui/moments/part.ts'
import type { Asked } from './ask.ts'
import { words } from './words/en.ts'

interface Props {
  readonly asked: Exclude<Asked, { kind: 'images' | 'videos' | 'figure' }>
  readonly close: () => void
  readonly answer: (value: string) => void
}

/** Asks for a link's address, a formula or the words of a footnote; nothing takes away what is there. */
export function AskDialog({ asked, close, answer }: Props) {
  const [value, setValue] = useState(asked.value)
  const written = value.trim()
  const isWrong = asked.kind === 'link' && written !== '' && !isSafeHref(addressOf(written))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isWrong) answer(asked.kind === 'link' ? addressOf(written) : written)
  }
  const common = {
    ...{ value, 'data-autofocus': true, dir: 'auto' },
    maxLength: asked.kind === 'link' ? articleLimits.url : articleLimits.formula,
  }
  return (
    <Modal opened onClose={close} title={titleOf(asked)} returnFocus={false}>
      <form onSubmit={submit}>
        {asked.kind === 'link' ? (
          <TextInput
            {...common}
            label={words.address}
            description={words.addressHint}
            error={isWrong && words.addressWrong}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        ) : (
          <Textarea
            {...common}
            autosize
            minRows={2}
            maxRows={10}
            dir={asked.kind === 'formula' ? 'ltr' : 'auto'}
            label={titleOf(asked)}
            description={asked.kind === 'formula' ? words.formulaHint(EXAMPLE) : words.footnoteHint}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )}
        {asked.kind === 'formula' && <Preview value={written} display={asked.display} />}
        <div className={layout.actions}>
          <Button type="submit" disabled={isWrong}>
            {words.apply}
          </Button>
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          {asked.value !== '' && (
            <Button variant="default" onClick={() => answer('')}>
              {words.remove}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  )
}

const EXAMPLE = '\\frac{a}{b}, x^2, \\sum_{i=1}^n'

const titleOf = ({ kind }: Props['asked']) =>
  ({
    link: words.link,
    formula: words.formula,
    footnote: words.footnote,
    caption: words.video.caption,
  })[kind]

/** `example.org` means the web, and `a@example.org` somebody's mail. */
const addressOf = (written: string) => {
  if (written === '' || isSafeHref(written)) return written
  if (/^[^\s@:/]+@[^\s@:/]+$/.test(written)) return `mailto:${written}`
  return /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(written) ? `https://${written}` : written
}

function Preview({ value, display }: { value: string; display: boolean }) {
  const isReady = usePart(value === '' ? NO_PART : formulas)
  return <p>{isReady ? <Formula value={value} display={display} /> : null}</p>
}
