import { Progress } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconHandStop,
  IconLoader2,
  IconTrash,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { AssetCard } from '#contract/videos/asset'
import { inProgress } from './asset-words.ts'
import { encodeProgress } from './encode-progress.ts'
import styles from './state-badge.module.css'
import { words } from './words/en.ts'

type Facts = Pick<
  AssetCard,
  'state' | 'stateSince' | 'phase' | 'percent' | 'durationSeconds' | 'fileName'
>

/** A state by shape and words, never by colour alone; with a bar while it is being prepared. */
export function StateBadge({ asset }: { asset: Facts }) {
  const Icon = iconOf(asset.state)
  return (
    <span className={styles.state} data-state={asset.state}>
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      {asset.state === 'transcoding' ? (
        <Encoding asset={asset} />
      ) : (
        <span>{words.states[asset.state]}</span>
      )}
    </span>
  )
}

function Encoding({ asset }: { asset: Facts }) {
  const { words: progress, value } = encodeProgress(asset, useNow())
  return (
    <>
      <span>{progress}</span>
      {value !== null && (
        <Progress value={value} size={4} aria-label={words.preparingFile(asset.fileName)} />
      )}
    </>
  )
}

const TICK_MS = 5000

/** The time of now, also while nothing else changes. */
function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(ticking)
  }, [])
  return now
}

function iconOf(state: AssetCard['state']) {
  if (inProgress({ state })) return IconLoader2
  if (state === 'ready') return IconCircleCheck
  if (state === 'held') return IconHandStop
  if (state === 'deleting') return IconTrash
  return IconAlertTriangle
}
