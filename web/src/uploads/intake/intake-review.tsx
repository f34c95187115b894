import { Button, CloseButton } from '@mantine/core'
import layout from '#web/ui/layout.module.css'
import { dollarsInWords } from '#web/ui/money.ts'
import { bytesInWords, durationInWords, sizeInWords } from '#web/ui/words.ts'
import { BudgetBar } from './budget-bar.tsx'
import { CostParts } from './cost-parts.tsx'
import styles from './intake.module.css'
import type { Estimate, IntakeItem, IntakeSum } from './intake.ts'
import { SkippedFiles } from './skipped-files.tsx'
import type { Intake } from './use-intake.ts'
import { words } from './words/en.ts'

/** What the chosen videos are and cost, before anything is sent. */
export function IntakeReview({ intake }: { intake: Intake }) {
  const { items, sum, budget, skipped } = intake
  if (items.length === 0) return null
  return (
    <section className={`${layout.panel} ${styles.review}`} aria-label={words.before}>
      <h2>{sum.reading ? words.looking : words.before}</h2>
      <ul className={`${layout.rows} ${styles.items}`}>
        {items.map((item) => (
          <IntakeRow key={item.id} item={item} remove={() => intake.remove(item.id)} />
        ))}
      </ul>
      {skipped.length > 0 && <SkippedFiles skipped={skipped} />}
      <p className={styles.sum} role="status">
        {sum.reading ? '' : sumInWords(sum)}
      </p>
      {!sum.reading && <CostParts parts={sum.parts} />}
      {budget && <BudgetBar budget={budget} adding={sum.costUsd} />}
      <div className={layout.actions}>
        {/* Where nobody is asked it goes by itself, and the button is not there for a moment's click. */}
        <Button
          disabled={sum.reading || !sum.ask || sum.accepted.length === 0}
          onClick={() => void intake.start()}
        >
          {words.upload(sum.accepted.length)}
        </Button>
        <Button variant="subtle" color="gray" onClick={intake.cancel}>
          {words.cancel}
        </Button>
      </div>
    </section>
  )
}

function IntakeRow({ item, remove }: { item: IntakeItem; remove: () => void }) {
  const { chosen, captions, estimate } = item
  const { file, folder } = chosen
  return (
    <li>
      <div>
        <strong dir="auto">{file.name}</strong>
        <span className="quiet">
          {[
            folder,
            bytesInWords(file.size),
            captions.length > 0 && words.withFiles(captions.map((one) => one.file.name).join(', ')),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <span className={estimate.kind === 'refused' ? 'problem small' : 'quiet'}>
        {estimateInWords(estimate)}
      </span>
      <CloseButton aria-label={words.leaveOut(file.name)} onClick={remove} />
    </li>
  )
}

function estimateInWords(estimate: Estimate): string {
  switch (estimate.kind) {
    case 'reading':
      return words.reading
    case 'unknown':
    case 'refused':
      return estimate.why
    case 'known': {
      const { facts, rungs, cost } = estimate
      const names = rungs.map(sizeInWords)
      const ladder =
        names.length > 1 ? words.fromTo(names.at(0) ?? '', names.at(-1) ?? '') : names.join('')
      return `${durationInWords(facts.durationSeconds)} · ${ladder} · ${dollarsInWords(cost.totalUsd)}`
    }
  }
}

function sumInWords({ costUsd, minutes, unknown, accepted }: IntakeSum): string {
  if (accepted.length === 0) return words.noneTaken
  const known = accepted.length - unknown
  const first = known > 0 ? words.sum(durationInWords(minutes * 60), dollarsInWords(costUsd)) : ''
  const second = unknown > 0 ? words.unknown(unknown) : ''
  return [first, second].filter(Boolean).join(' ')
}
