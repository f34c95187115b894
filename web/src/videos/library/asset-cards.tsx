import { NativeSelect } from '@mantine/core'
import { dollarsInWords } from '#web/ui/money.ts'
import { useRows } from '#web/ui/rows/use-rows.ts'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import { bytesInWords, durationInWords } from '#web/ui/words.ts'
import { Poster } from '#web/videos/poster.tsx'
import { StateBadge } from '#web/videos/state-badge.tsx'
import { AssetName } from './asset-name.tsx'
import { SORT_KEYS } from './asset-order.ts'
import { type AssetListProps, Tick, toggled } from './asset-table.tsx'
import styles from './library.module.css'
import { words } from './words/en.ts'

const CARD = 156
const DIRECTIONS = ['down', 'up'] as const

/** The library where a table has no room. */
export function AssetCards(props: AssetListProps) {
  const { assets, uses, courseId, mediaReady, selected, select, view, look } = props
  const { top, rows, before, after } = useRows(assets.length, CARD)
  return (
    <>
      <NativeSelect
        className={styles.order}
        aria-label={words.orderBy}
        value={`${view.sort} ${view.down ? 'down' : 'up'}`}
        onChange={(event) => {
          const [key, direction] = event.currentTarget.value.split(' ')
          const sort = SORT_KEYS.find((one) => one === key)
          if (sort) look({ sort, down: direction === 'down' })
        }}
        data={SORT_KEYS.flatMap((key) =>
          DIRECTIONS.map((direction) => ({
            value: `${key} ${direction}`,
            label: words.orders[key][direction],
          })),
        )}
      />
      <ul className={styles.cards} ref={top}>
        {before > 0 && <li aria-hidden="true" style={{ height: before }} />}
        {rows.map((at) => {
          const asset = assets[at]
          if (!asset) return null
          const used = uses.get(asset.id) ?? 0
          return (
            <li key={asset.id} className={styles.card} data-state={asset.state}>
              <Tick
                label={words.select(asset.fileName)}
                checked={selected.has(asset.id)}
                change={() => select(toggled(selected, asset.id))}
              />
              <Poster url={asset.posterUrl} ready={mediaReady} />
              <div>
                <AssetName asset={asset} courseId={courseId} />
                <StateBadge asset={asset} />
                <span className="quiet">
                  {[
                    asset.durationSeconds !== null && durationInWords(asset.durationSeconds),
                    bytesInWords(asset.sizeBytes),
                    asset.estimatedCostUsd !== null && dollarsInWords(asset.estimatedCostUsd),
                    used > 0 ? words.usedIn(used) : words.unused,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  {' · '}
                  <WhenInWords instant={asset.createdAt} />
                </span>
              </div>
            </li>
          )
        })}
        {after > 0 && <li aria-hidden="true" style={{ height: after }} />}
      </ul>
    </>
  )
}
