import { Button } from '@mantine/core'
import { useState } from 'react'

/** Deleting asks once, by name, in place. */
export function DeleteButton({ what, onDelete }: { what: string; onDelete: () => void }) {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={`Delete ${what}`}
        onClick={() => setAsking(true)}
      >
        Delete
      </Button>
    )
  return (
    <span role="alert" className="asking">
      Delete {what}?
      <Button color="red" size="compact-sm" onClick={onDelete}>
        Yes, delete
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => setAsking(false)}>
        Keep
      </Button>
    </span>
  )
}
