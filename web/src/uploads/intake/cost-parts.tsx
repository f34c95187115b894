import type { CostPart, EncodingCost } from '#contract/videos/asset'
import { dollarsInWords } from '#web/ui/money.ts'
import { count } from '#web/ui/words.ts'
import './intake.css'

interface CostPartsProps {
  readonly parts: readonly CostPart[]
  readonly tier?: EncodingCost['tier']
}

/** What an estimate is made up of, for whoever asks. */
export function CostParts({ parts, tier = 'basic' }: CostPartsProps) {
  if (parts.length === 0) return null
  return (
    <details className="cost-parts">
      <summary>What the estimate is made of</summary>
      <dl>
        {parts.map((part) => (
          <div key={part.kind}>
            <dt>{partInWords(part)}</dt>
            <dd>{dollarsInWords(part.costUsd)}</dd>
          </div>
        ))}
      </dl>
      {tier === 'professional' && (
        <p className="quiet">
          Each is dearer than usual, as the picture has to be deinterlaced or its colours converted.
        </p>
      )}
    </details>
  )
}

export function partInWords({ kind, outputs }: CostPart): string {
  switch (kind) {
    case 'sd':
      return `${count(outputs, 'rendition')} of less than 720 lines`
    case 'hd':
      return `${count(outputs, 'rendition')} of 720 to 1080 lines`
    case 'uhd':
      return `${count(outputs, 'rendition')} of more than 1080 lines`
    case 'poster':
      return outputs === 1 ? 'The poster' : `${outputs} posters`
    case 'loudness':
      return `Even loudness of ${count(outputs, 'sound track')}`
  }
}
