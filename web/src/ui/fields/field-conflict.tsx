import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import layout from '#web/ui/layout.module.css'
import styles from './fields.module.css'
import type { Field } from './use-field.ts'
import { words } from './words/en.ts'

interface Props {
  /** Of which field, for those who hear it. */
  readonly label: string
  readonly field: Pick<Field, 'theirs' | 'failure' | 'send' | 'keepMine' | 'takeTheirs'>
  /** How their version is shown, where it is more than its text. */
  readonly show?: (value: string) => ReactNode
}

/** What keeps a field from being saved, and the ways out: theirs or mine, or another try. */
export function FieldConflict({
  label,
  show = asText,
  field: { theirs, failure, ...ways },
}: Props) {
  if (theirs)
    return (
      <section role="alert" className={styles.conflict} aria-label={words.twoVersions(label)}>
        <p>{words.changedElsewhere}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <blockquote dir="auto" tabIndex={0} aria-label={words.theirVersion}>
          {theirs.value === '' ? <em>{words.emptied}</em> : show(theirs.value)}
        </blockquote>
        <div className={layout.actions}>
          <Button size="compact-md" onClick={ways.keepMine}>
            {words.keepMine}
          </Button>
          <Button size="compact-md" variant="default" onClick={ways.takeTheirs}>
            {words.takeTheirs}
          </Button>
        </div>
      </section>
    )
  if (failure === null) return null
  return (
    <p role="alert" className={`problem ${styles.failure}`}>
      {words.notSaved} {failure}{' '}
      <Button size="compact-sm" variant="default" onClick={ways.send}>
        {words.tryAgain}
      </Button>
    </p>
  )
}

const asText = (value: string) => value
