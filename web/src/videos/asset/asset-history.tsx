import type { Asset } from '#contract/videos/asset'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import { inWords } from '#web/videos/in-words.ts'
import { words as videos } from '#web/videos/words/en.ts'
import styles from './asset.module.css'
import { words } from './words/en.ts'

/** The states that it came to, the latest first. */
export function AssetHistory({ asset }: { asset: Asset }) {
  const entries = [...asset.history].reverse()
  if (entries.length === 0) return null
  const versions = entries.some(({ version }) => version > 1)
  return (
    <section className={styles.part} aria-label={words.history}>
      <h2>{words.history}</h2>
      <ol className={styles.timeline}>
        {entries.map(({ at, version, state, note }) => (
          <li key={`${at} ${state} ${version}`} data-state={state}>
            <strong>
              {versions ? words.ofVersion(videos.states[state], version) : videos.states[state]}
            </strong>
            {note && <span>{inWords(note)}</span>}
            <span className="quiet">
              <WhenInWords instant={at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
