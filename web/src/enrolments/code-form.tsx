import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { asCode, codeLimits } from '#contract/enrolments/limits'
import type { CourseId } from '#contract/platform/ids'
import { call, routes } from '#web/api/client.ts'
import { messageOf } from '#web/ui/notices.tsx'
import styles from './code-form.module.css'
import { words } from './words/code/en.ts'

interface Props {
  readonly courseId: CourseId
  readonly onEnrolled: () => Promise<void>
}

/** Of the address that teachers hand out: `/courses/algebra?code=…`. Nobody is enrolled by opening it. */
const handedOut = () => new URLSearchParams(location.search).get('code') ?? ''

/** Enrols by a code, in a course that takes one. */
export default function CodeForm({ courseId, onEnrolled }: Props) {
  const [code, setCode] = useState(() => asCode(handedOut()).slice(0, codeLimits.length))
  const { mutate, reset, error, isPending } = useMutation({
    mutationFn: () =>
      call(routes.enrolByCode, { params: { courseId }, body: { code: asCode(code) } }),
    onSuccess: onEnrolled,
  })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <TextInput
        label={words.code}
        description={words.codeHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={codeLimits.typed}
        value={code}
        onChange={(event) => {
          reset()
          setCode(event.currentTarget.value)
        }}
        error={error && messageOf(error)}
      />
      <Button type="submit" size="md" loading={isPending}>
        {words.enrol}
      </Button>
    </form>
  )
}
