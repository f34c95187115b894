import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { memo, useRef } from 'react'
import type { CourseId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'
import { dollarsInWords } from '#web/ui/money.ts'
import { useRows } from '#web/ui/rows/use-rows.ts'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import { bytesInWords, durationInWords } from '#web/ui/words.ts'
import { Poster } from '#web/videos/poster.tsx'
import { StateBadge } from '#web/videos/state-badge.tsx'
import { AssetName } from './asset-name.tsx'
import type { LibraryView, SortKey } from './asset-order.ts'
import styles from './library.module.css'
import { words } from './words/en.ts'

export interface AssetListProps {
  readonly assets: readonly AssetCard[]
  readonly uses: ReadonlyMap<string, number>
  readonly courseId: CourseId
  readonly mediaReady: boolean
  readonly selected: ReadonlySet<string>
  readonly select: (ids: ReadonlySet<string>) => void
  readonly view: LibraryView
  readonly look: (change: Partial<LibraryView>) => void
}

const ROW = 72
const COLUMNS: readonly { key: SortKey; downFirst: boolean }[] = [
  { key: 'name', downFirst: false },
  { key: 'state', downFirst: false },
  { key: 'duration', downFirst: true },
  { key: 'size', downFirst: true },
  { key: 'cost', downFirst: true },
  { key: 'used', downFirst: true },
  { key: 'uploaded', downFirst: true },
]

/** Only the rows that can be seen are in the page, so that a thousand are as quick as ten. */
export function AssetTable(props: AssetListProps) {
  const { assets, uses, courseId, mediaReady, selected, select } = props
  const { top, rows, before, after } = useRows(assets.length, ROW)
  const all = assets.length > 0 && assets.every(({ id }) => selected.has(id))
  const current = useRef(selected)
  current.current = selected
  const toggle = useRef((id: string) => select(toggled(current.current, id))).current
  return (
    <table className={styles.table} ref={top} aria-rowcount={assets.length + 1}>
      <thead>
        <tr>
          <th className={styles.tick}>
            <Tick
              label={words.selectAll}
              checked={all}
              some={!all && assets.some(({ id }) => selected.has(id))}
              change={() => select(all ? new Set() : new Set(assets.map(({ id }) => id)))}
            />
          </th>
          {COLUMNS.map((column) => (
            <SortHead key={column.key} column={column} {...props} />
          ))}
        </tr>
      </thead>
      <Space height={before} />
      <tbody>
        {rows.map((at) => {
          const asset = assets[at]
          return (
            asset && (
              <AssetRow
                key={asset.id}
                rowIndex={at + 2}
                asset={asset}
                uses={uses.get(asset.id) ?? 0}
                courseId={courseId}
                mediaReady={mediaReady}
                selected={selected.has(asset.id)}
                toggle={toggle}
              />
            )
          )
        })}
      </tbody>
      <Space height={after} />
    </table>
  )
}

interface TickProps {
  readonly label: string
  readonly checked: boolean
  /** Whether some, but not all, of what it stands for are. */
  readonly some?: boolean
  readonly change: () => void
}

/** The browser's own box: a dozen come and go with each frame of scrolling. */
export function Tick({ label, checked, some = false, change }: TickProps) {
  return (
    <label className={styles.tickSpace}>
      <input
        type="checkbox"
        aria-label={label}
        ref={(box) => {
          if (box) box.indeterminate = some
        }}
        checked={checked}
        onChange={change}
      />
    </label>
  )
}

/** Stands for rows that are not drawn. */
const Space = ({ height }: { height: number }) =>
  height > 0 && (
    <tbody aria-hidden="true">
      <tr style={{ height }} />
    </tbody>
  )

export function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}

function SortHead({
  column: { key, downFirst },
  view: { sort, down },
  look,
}: AssetListProps & { column: (typeof COLUMNS)[number] }) {
  const active = sort === key
  const Arrow = down ? IconArrowDown : IconArrowUp
  return (
    <th data-column={key} aria-sort={active ? (down ? 'descending' : 'ascending') : undefined}>
      <button type="button" onClick={() => look({ sort: key, down: active ? !down : downFirst })}>
        {words.columns[key]}
        {active && <Arrow size={14} aria-hidden="true" />}
      </button>
    </th>
  )
}

interface RowProps {
  readonly rowIndex: number
  readonly asset: AssetCard
  readonly uses: number
  readonly courseId: CourseId
  readonly mediaReady: boolean
  readonly selected: boolean
  readonly toggle: (id: string) => void
}

const AssetRow = memo(function AssetRow(props: RowProps) {
  const { rowIndex, asset, uses, courseId, mediaReady, selected, toggle } = props
  return (
    <tr aria-rowindex={rowIndex} data-state={asset.state} aria-selected={selected}>
      <td className={styles.tick}>
        <Tick
          label={words.select(asset.fileName)}
          checked={selected}
          change={() => toggle(asset.id)}
        />
      </td>
      <td>
        <div className={styles.name}>
          <Poster url={asset.posterUrl} ready={mediaReady} />
          <AssetName asset={asset} courseId={courseId} />
        </div>
      </td>
      <td>
        <StateBadge asset={asset} />
      </td>
      <td>{asset.durationSeconds === null ? '–' : durationInWords(asset.durationSeconds)}</td>
      <td>{bytesInWords(asset.sizeBytes)}</td>
      <td>{asset.estimatedCostUsd === null ? '–' : dollarsInWords(asset.estimatedCostUsd)}</td>
      <td>{uses > 0 ? words.usedIn(uses) : <span className="quiet">{words.notUsed}</span>}</td>
      <td>
        <WhenInWords instant={asset.createdAt} />
      </td>
    </tr>
  )
})
