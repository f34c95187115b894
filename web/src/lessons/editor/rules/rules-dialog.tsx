import { Button, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { DraftOutline } from '#contract/lessons/lesson'
import { words as lessonWords } from '#contract/lessons/words/en'
import { ruleLimits } from '#contract/rules/limits'
import { ruleProblems } from '#contract/rules/problems'
import type { Rules } from '#contract/rules/rule'
import { speaker } from '#contract/words/said'
import layout from '#web/ui/layout.module.css'
import { blank, rulesIn, withRules, written } from './rule-form.ts'
import { RuleRow } from './rule-row.tsx'
import styles from './rules.module.css'
import { words } from './words/en.ts'

interface Props {
  /** A module or a lesson. */
  readonly of: {
    readonly id: string
    readonly title: string
    readonly rules?: Rules | undefined
  }
  readonly outline: DraftOutline
  readonly timeZone: string
  readonly save: (rules: Rules) => void
  readonly close: () => void
}

/** When a module's lessons open, or one lesson; what nobody could ever open is told while it is written. */
export default function RulesDialog({ of, ...given }: Props) {
  return (
    <Modal opened onClose={given.close} title={words.title(of.title)} size="lg">
      <RulesForm of={of} {...given} />
    </Modal>
  )
}

function RulesForm({ of: { id, rules = [] }, outline, timeZone, save, close }: Props) {
  const [all, setAll] = useState(() => written(rules))
  const [next, setNext] = useState(all.length)
  const isModule = outline.some((module) => module.id === id)
  const problems = useMemo(() => {
    const now = ruleProblems(withRules(outline, id, rulesIn(all, outline)))
    return [...new Set(now.map(inWords))]
  }, [outline, id, all])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        // It lies within the editor, whose fields are none of its own.
        event.stopPropagation()
        save(rulesIn(all, outline))
        close()
      }}
    >
      <p>{isModule ? words.allHoldOfModule : words.allHold}</p>
      {all.length === 0 && <p className="quiet">{words.none}</p>}
      {all.map((rule, at) => (
        <RuleRow
          key={rule.key}
          number={at + 1}
          {...{ rule, outline, id, timeZone }}
          set={(change) =>
            setAll(all.map((one) => (one.key === rule.key ? { ...one, ...change } : one)))
          }
          remove={() => setAll(all.filter(({ key }) => key !== rule.key))}
        />
      ))}
      <Button
        variant="default"
        disabled={all.length >= ruleLimits.rules}
        onClick={() => {
          setAll([...all, blank(next)])
          setNext(next + 1)
        }}
      >
        {words.add}
      </Button>
      {all.length >= ruleLimits.rules && <p className="quiet">{words.most(ruleLimits.rules)}</p>}
      <div role="status">
        {problems.map((problem) => (
          <p key={problem} className={`problem ${styles.problem}`}>
            {problem}
          </p>
        ))}
      </div>
      <div className={layout.actions}>
        <Button type="submit">{words.save}</Button>
        <Button variant="default" onClick={close}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}

const inWords = speaker(lessonWords, ({ code }) => code)
