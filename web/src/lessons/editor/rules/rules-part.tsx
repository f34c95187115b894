import { Button } from '@mantine/core'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { DraftOutline, OutlinedLesson } from '#contract/lessons/lesson'
import type { Rules } from '#contract/rules/rule'
import { ruleInWords } from '#web/lessons/gate/rule-in-words.tsx'
import styles from './rules.module.css'
import { words } from './words/en.ts'

const loadDialog = () => import('./rules-dialog.tsx')
const RulesDialog = lazy(loadDialog)

interface Props {
  readonly lesson: OutlinedLesson
  readonly outline: DraftOutline
  readonly timeZone: string
  readonly save: (rules: Rules) => void
}

/** When a lesson opens to its learners, its module's rules among them, and the way to change that. */
export function RulesPart({ lesson, outline, timeZone, save }: Props) {
  const [isOpen, setOpen] = useState(false)
  const titles = useMemo(
    () =>
      new Map<string, string>(
        outline
          .flatMap((module) => [module, ...module.lessons])
          .map(({ id, title }) => [id, title]),
      ),
    [outline],
  )
  const own = lesson.rules ?? []
  const module = outline.find(({ id }) => id === lesson.moduleId)
  const list = (rules: Rules) => (
    <ul>
      {rules.map((rule) => (
        <li key={JSON.stringify(rule)}>{ruleInWords(rule, titles)}</li>
      ))}
    </ul>
  )
  return (
    <section data-part="rules" className={styles.part} aria-label={words.opens}>
      <div className={styles.line}>
        <span>{words.opens}</span>
        {own.length === 0 && !module?.rules?.length && <span>{words.atOnce}</span>}
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.changeOf(lesson.title)}
          onPointerEnter={() => void loadDialog()}
          onClick={() => setOpen(true)}
        >
          {words.change}
        </Button>
      </div>
      {own.length > 0 && list(own)}
      {module?.rules && module.rules.length > 0 && (
        <>
          <p className="quiet">{words.alsoOfModule}</p>
          {list(module.rules)}
        </>
      )}
      {isOpen && (
        <Suspense>
          <RulesDialog of={lesson} {...{ outline, timeZone, save }} close={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  )
}
