import type { Asset } from '#contract/videos/asset'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import { STATE_WORDS } from '#web/videos/asset-words.ts'

/** The states that it came to, the latest first. */
export function AssetHistory({ asset }: { asset: Asset }) {
  const entries = [...asset.history].reverse()
  if (entries.length === 0) return null
  const versions = entries.some(({ version }) => version > 1)
  return (
    <section className="side-part" aria-label="History">
      <h2>History</h2>
      <ol className="timeline">
        {entries.map(({ at, version, state, note }) => (
          <li key={`${at} ${state} ${version}`} data-state={state}>
            <strong>
              {STATE_WORDS[state]}
              {versions && ` (version ${version})`}
            </strong>
            {note && <span>{note}</span>}
            <span className="quiet">
              <WhenInWords instant={at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
