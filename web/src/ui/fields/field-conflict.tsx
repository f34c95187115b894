import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { routes } from '#web/api/client.ts'
import { routeQuery } from '#web/api/route-query.ts'
import layout from '#web/ui/layout.module.css'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import styles from './fields.module.css'
import type { Field, FieldOf } from './use-field.ts'
import { words } from './words/en.ts'

interface Props {
  /** Of which field, for those who hear it. */
  readonly label: string
  readonly field: Pick<Field, 'theirs' | 'whose' | 'failure' | 'send' | 'keepMine' | 'takeTheirs'>
  /** How their version is shown, where it is more than its text. */
  readonly show?: (value: string) => ReactNode
}

/** What keeps a field from being saved, and the ways out: theirs or mine, or another try. */
export function FieldConflict({
  label,
  show = asText,
  field: { theirs, whose, failure, ...ways },
}: Props) {
  if (theirs)
    return (
      <section role="alert" className={styles.conflict} aria-label={words.twoVersions(label)}>
        <p>
          {whose ? <Changer key={theirs.revision} {...whose} /> : words.changedBySomebody}{' '}
          {words.yoursIsAbove}
        </p>
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

/** Who wrote the other version, once it is known. */
function Changer({ courseId, of, name }: FieldOf) {
  const { data } = useQuery({
    ...routeQuery(routes.listChanged, { params: { courseId }, query: of ? { of } : {} }),
    // Once for each version that is found here.
    staleTime: 0,
    gcTime: 0,
  })
  const changed = data?.fields[name]
  if (!changed) return words.changedBySomebody
  const when = <WhenInWords key="when" instant={changed.at} />
  if (changed.mine) return words.changedByYou(when)
  return changed.by
    ? words.changedBy(<bdi key="who">{changed.by}</bdi>, when)
    : words.changedBySomebodyAt(when)
}

const asText = (value: string) => value
