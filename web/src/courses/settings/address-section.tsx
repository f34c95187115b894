import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { MOST_SLUG } from '#contract/platform/id-form'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import type { SectionProps } from './section.ts'
import styles from './settings.module.css'
import { words } from './words/en.ts'

const FOLDER = '/courses/'

/** A course's address: changed on purpose, and asked about first, since others may have noted it. */
export function AddressSection({ course, update }: SectionProps) {
  const [slug, setSlug] = useState<string | null>(null)
  const change = useMutation({
    mutationFn: (next: string) => update({ slug: next, revision: course.revision }),
    onSuccess: () => setSlug(null),
  })
  const shown = slug ?? course.slug
  const next = shown.trim()
  const differs = next !== course.slug && next !== ''
  return (
    <section className={`${layout.panel} ${styles.section}`} aria-labelledby="address">
      <h2 id="address">{words.address}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (differs) change.mutate(next)
        }}
      >
        <TextInput
          label={words.slug}
          description={words.slugHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          dir="ltr"
          leftSection={<code className={styles.prefix}>{FOLDER}</code>}
          leftSectionWidth={80}
          value={shown}
          maxLength={MOST_SLUG}
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => {
            change.reset()
            setSlug(event.currentTarget.value)
          }}
          error={change.isError && messageOf(change.error)}
        />
        {differs && (
          <>
            <p role="status">{words.addressAsked(course.slug)}</p>
            <div className={layout.actions}>
              <Button type="submit" loading={change.isPending}>
                {words.changeAddress}
              </Button>
              <Button variant="subtle" color="gray" onClick={() => setSlug(null)}>
                {words.keepAddress}
              </Button>
            </div>
          </>
        )}
        <p role="status">{change.isSuccess && !differs && words.addressChanged}</p>
      </form>
      {course.formerSlugs.length > 0 && (
        <>
          <h3>{words.formerSlugs}</h3>
          <ul className={styles.former}>
            {course.formerSlugs.map((one) => (
              <li key={one}>
                <code>{`${FOLDER}${one}`}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
