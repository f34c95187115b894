import { Button } from '@mantine/core'
import type { Field } from './use-field.ts'

interface Props {
  /** Of which field, for those who hear it. */
  readonly label: string
  readonly field: Pick<Field, 'theirs' | 'failure' | 'send' | 'keepMine' | 'takeTheirs'>
}

/** What keeps a field from being saved, and the ways out: theirs or mine, or another try. */
export function FieldConflict({ label, field: { theirs, failure, ...ways } }: Props) {
  if (theirs)
    return (
      <section role="alert" className="field-conflict" aria-label={`Two versions: ${label}`}>
        <p>
          Somebody else changed this since you began. Your version is above and is not saved yet.
          Theirs is:
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <blockquote dir="auto" tabIndex={0} aria-label="Their version">
          {theirs.value === '' ? <em>Nothing: they emptied it.</em> : theirs.value}
        </blockquote>
        <div className="actions">
          <Button size="compact-md" onClick={ways.keepMine}>
            Keep mine
          </Button>
          <Button size="compact-md" variant="default" onClick={ways.takeTheirs}>
            Take theirs
          </Button>
        </div>
      </section>
    )
  if (failure === null) return null
  return (
    <p role="alert" className="problem field-failure">
      Not saved. {failure}{' '}
      <Button size="compact-sm" variant="default" onClick={ways.send}>
        Try again
      </Button>
    </p>
  )
}
