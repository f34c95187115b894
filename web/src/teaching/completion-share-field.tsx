import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { toShare } from './completion-share.ts'

interface Props {
  /** Of which lesson, for those who hear the label. */
  readonly lesson: string
  /** 0–1. */
  readonly share: number
  readonly onSave: (share: number) => void
}

/** How much of a video must be watched: saved on leaving it or Enter, given back on Escape. */
export function CompletionShareField({ lesson, share, onSave }: Props) {
  const kept = String(Math.round(share * 100))
  const [text, setText] = useState(kept)
  useEffect(() => setText(kept), [kept])
  const wanted = toShare(text)
  const save = () => {
    if (wanted === null) setText(kept)
    else if (text.trim() !== kept) onSave(wanted)
  }
  return (
    <span className="completion-share">
      <span aria-hidden="true">Complete when</span>
      <TextInput
        aria-label={`Percent of ${lesson} to watch until it is complete`}
        size="sm"
        inputMode="numeric"
        maxLength={3}
        value={text}
        error={wanted === null}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setText(kept)
        }}
      />
      <span aria-hidden="true">% is watched</span>
    </span>
  )
}
