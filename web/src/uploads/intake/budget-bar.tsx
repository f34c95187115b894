import { Progress } from '@mantine/core'
import type { EncodingBudget } from '#contract/videos/asset'
import { dollarsInWords } from '#web/ui/money.ts'
import { locale } from '#web/words/language.ts'
import styles from './budget-bar.module.css'
import { words } from './words/en.ts'

/** How much of the month's encoding budget is spent, and what would come on top. */
export function BudgetBar({ budget, adding = 0 }: { budget: EncodingBudget; adding?: number }) {
  const { spentUsd, limitUsd, mayRelease, month } = budget
  const monthName = new Date(`${month}-01T00:00:00Z`).toLocaleDateString(locale, {
    month: 'long',
    timeZone: 'UTC',
  })
  if (limitUsd === null)
    return <p className="quiet">{words.spent(monthName, dollarsInWords(spentUsd))}</p>
  const share = (dollars: number) =>
    limitUsd > 0 ? Math.min(100, (100 * dollars) / limitUsd) : 100
  const left = limitUsd - spentUsd - adding
  const facts = [monthName, dollarsInWords(spentUsd), dollarsInWords(limitUsd)] as const
  return (
    <div className={styles.budget}>
      <Progress.Root size={8} aria-hidden="true">
        <Progress.Section value={share(spentUsd)} color="gray" />
        <Progress.Section value={Math.min(share(adding), 100 - share(spentUsd))} />
      </Progress.Root>
      <p className={left < 0 ? 'problem small' : 'quiet'}>
        {left >= 0
          ? (adding > 0 ? words.leftAfter : words.left)(...facts, dollarsInWords(left))
          : (mayRelease ? words.beyondYours : words.beyond)(...facts)}
      </p>
    </div>
  )
}
