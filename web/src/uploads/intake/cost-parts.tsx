import type { CostPart, EncodingCost } from '#contract/videos/asset'
import { dollarsInWords } from '#web/ui/money.ts'
import styles from './cost-parts.module.css'
import { words } from './words/en.ts'

interface CostPartsProps {
  readonly parts: readonly CostPart[]
  readonly tier?: EncodingCost['tier']
}

/** What an estimate is made up of, for whoever asks. */
export function CostParts({ parts, tier = 'basic' }: CostPartsProps) {
  if (parts.length === 0) return null
  return (
    <details className={styles.parts}>
      <summary>{words.madeOf}</summary>
      <dl>
        {parts.map((part) => (
          <div key={part.kind}>
            <dt>{words.parts[part.kind](part.outputs)}</dt>
            <dd>{dollarsInWords(part.costUsd)}</dd>
          </div>
        ))}
      </dl>
      {tier === 'professional' && <p className="quiet">{words.dearer}</p>}
    </details>
  )
}
