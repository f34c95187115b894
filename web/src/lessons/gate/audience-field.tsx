import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Audience } from '#contract/lessons/gate/audience'
import { opensAt } from '#contract/lessons/gate/is-open'
import styles from './audience-field.module.css'
import { toInstant, toLocal } from './opening.ts'
import { words } from './words/en.ts'

type Choice = 'everyone' | 'members' | 'membersFrom'
const CHOICES: readonly Choice[] = ['everyone', 'members', 'membersFrom']

const choiceOf = (audience: Audience | undefined): Choice =>
  opensAt(audience) === null ? (audience?.who ?? 'members') : 'membersFrom'

interface Props {
  /** Of which lesson, for those who hear the label. */
  readonly lesson: string
  readonly audience: Audience | undefined
  readonly save: (audience: Audience) => void
}

/** Who may open a lesson. A time is saved on leaving its field or Enter, when it is whole. */
export function AudienceField({ lesson, audience, save }: Props) {
  const [isDating, setDating] = useState(false)
  const from = opensAt(audience)
  const choice = isDating ? 'membersFrom' : choiceOf(audience)
  const choose = (chosen: Choice) => {
    setDating(chosen === 'membersFrom')
    if (chosen === 'everyone') save({ who: 'everyone' })
    if (chosen === 'members') save({ who: 'members', from: null })
  }
  return (
    <span className={styles.audience}>
      <span aria-hidden>{words.openTo}</span>
      <NativeSelect
        aria-label={words.audienceOf(lesson)}
        size="sm"
        value={choice}
        data={CHOICES.map((value) => ({ value, label: words.audiences[value] }))}
        onChange={({ currentTarget }) => {
          const chosen = CHOICES.find((one) => one === currentTarget.value)
          if (chosen) choose(chosen)
        }}
      />
      {choice === 'membersFrom' && (
        <TextInput
          key={from}
          type="datetime-local"
          aria-label={words.openingOf(lesson)}
          size="sm"
          defaultValue={from ? toLocal(from) : ''}
          error={from === null && words.noTime}
          onBlur={({ currentTarget }) => {
            const chosen = toInstant(currentTarget.value)
            if (!chosen || chosen === from) return
            setDating(false)
            save({ who: 'members', from: chosen })
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur()
          }}
        />
      )}
    </span>
  )
}
