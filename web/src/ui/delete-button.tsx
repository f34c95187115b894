import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import styles from './delete-button.module.css'
import { words } from './words/delete/en.ts'

interface Props {
  /** What it does, by name, for those who hear it. */
  readonly label: string
  readonly question: ReactNode
  readonly onDelete: () => void
  /** Where something else than deleting is done. */
  readonly texts?: { readonly remove: string; readonly removeSurely: string }
}

/** Deleting asks once, by name, in place. */
export function DeleteButton({ label, question, onDelete, texts = words }: Props) {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={label}
        onClick={() => setAsking(true)}
      >
        {texts.remove}
      </Button>
    )
  return (
    <span role="alert" className={styles.asking}>
      {question}
      <Button color="red" size="compact-sm" onClick={onDelete}>
        {texts.removeSurely}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => setAsking(false)}>
        {words.keep}
      </Button>
    </span>
  )
}
