import styles from './intake.module.css'
import { words } from './words/en.ts'

/** What of a drop is not sent, and why. */
export function SkippedFiles({
  skipped,
}: {
  skipped: readonly { readonly name: string; readonly why: string }[]
}) {
  return (
    <details className={styles.skipped} open={skipped.length <= 3}>
      <summary>{words.leftOut(skipped.length)}</summary>
      <ul>
        {skipped.slice(0, 100).map(({ name, why }) => (
          <li key={name}>
            <strong dir="auto">{name}</strong> <span className="quiet">{why}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
