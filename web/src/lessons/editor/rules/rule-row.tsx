import { ActionIcon, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { DraftOutline } from '#contract/lessons/lesson'
import { ruleLimits } from '#contract/rules/limits'
import { KINDS, type Written } from './rule-form.ts'
import styles from './rules.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly rule: Written
  /** From 1. */
  readonly number: number
  readonly outline: DraftOutline
  /** Whose rule it is: it cannot wait for itself. */
  readonly id: string
  readonly timeZone: string
  readonly set: (change: Partial<Written>) => void
  readonly remove: () => void
}

/** One rule: of which kind it is, and what that takes. */
export function RuleRow({ rule, number, outline, id, timeZone, set, remove }: Props) {
  return (
    <fieldset className={styles.rule} aria-label={words.rule(number)}>
      <NativeSelect
        className={styles.kind}
        label={words.rule(number)}
        value={rule.when}
        data={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={({ currentTarget }) => {
          const when = KINDS.find((one) => one === currentTarget.value)
          if (when) set({ when })
        }}
      />
      {rule.when === 'day' && (
        <TextInput
          type="date"
          required
          withAsterisk={false}
          label={words.day}
          description={words.inZone(timeZone)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={rule.on}
          onChange={({ currentTarget }) => set({ on: currentTarget.value })}
        />
      )}
      {rule.when === 'days' && (
        <NumberInput
          required
          withAsterisk={false}
          label={words.days}
          min={1}
          max={ruleLimits.days}
          allowDecimal={false}
          value={rule.after}
          onChange={(value) => set({ after: String(value) })}
        />
      )}
      {rule.when === 'lesson' && (
        <NativeSelect
          required
          withAsterisk={false}
          label={words.lesson}
          value={rule.lessonId}
          data={[
            { value: '', label: words.choose },
            ...outline.map((module) => ({
              group: module.title,
              items: module.lessons
                .filter((lesson) => lesson.id !== id)
                .map((lesson) => ({ value: lesson.id as string, label: lesson.title })),
            })),
          ]}
          onChange={({ currentTarget }) => set({ lessonId: currentTarget.value })}
        />
      )}
      {rule.when === 'module' && (
        <>
          <NativeSelect
            required
            withAsterisk={false}
            label={words.module}
            value={rule.moduleId}
            data={[
              { value: '', label: words.choose },
              ...outline
                .filter((module) => module.id !== id)
                .map((module) => ({ value: module.id as string, label: module.title })),
            ]}
            onChange={({ currentTarget }) => set({ moduleId: currentTarget.value })}
          />
          <NumberInput
            required
            withAsterisk={false}
            label={words.percent}
            min={1}
            max={100}
            allowDecimal={false}
            suffix="%"
            value={rule.percent}
            onChange={(value) => set({ percent: String(value) })}
          />
        </>
      )}
      <ActionIcon
        className={styles.remove}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={words.remove(number)}
        onClick={remove}
      >
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </fieldset>
  )
}
