import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import styles from './delete-button.module.css'
import { words } from './words/delete/en.ts'

interface Props {
  /** What it does, by name, for those who hear it. */
  readonly label: string
  readonly question: ReactNode
  readonly onDelete: () => void
}

/** Deleting asks once, by name, in place. */
export function DeleteButton({ label, question, onDelete }: Props) {
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
        {words.remove}
      </Button>
    )
  return (
    <span role="alert" className={styles.asking}>
      {question}
      <Button color="red" size="compact-sm" onClick={onDelete}>
        {words.removeSurely}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => setAsking(false)}>
        {words.keep}
      </Button>
    </span>
  )
}
