import { NativeSelect, TextInput } from '@mantine/core'
import type { ReportPeriod } from '#contract/reports/report'
import { type Choice, dayOf, RECENT } from './period.ts'
import styles from './reports.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly choice: Choice
  /** The days that it means. */
  readonly period: ReportPeriod
  readonly choose: (choice: Choice) => void
}

/** Of which days the page tells. */
export function PeriodChoice({ choice, period, choose }: Props) {
  const between = 'from' in choice
  const today = dayOf(Date.now())
  const day = (name: string, end: 'from' | 'to') => (
    <TextInput
      type="date"
      aria-label={name}
      max={today}
      value={period[end]}
      onChange={({ currentTarget: { value } }) => {
        if (!value) return
        const other = end === 'from' ? period.to : period.from
        const [from = value, to = value] = [value, other].toSorted()
        choose({ from, to })
      }}
    />
  )
  return (
    <div className={styles.period}>
      <NativeSelect
        aria-label={words.period}
        value={between ? 'between' : String(choice.days)}
        onChange={({ currentTarget: { value } }) => {
          if (value === 'between') choose(period)
          else choose({ days: RECENT.find((days) => String(days) === value) ?? 'all' })
        }}
        data={[
          ...RECENT.map((days) => ({ value: String(days), label: words.lastDays(days) })),
          { value: 'all', label: words.allDays },
          { value: 'between', label: words.between },
        ]}
      />
      {between && (
        <>
          {day(words.firstDay, 'from')}
          <span aria-hidden>–</span>
          {day(words.lastDay, 'to')}
        </>
      )}
    </div>
  )
}
