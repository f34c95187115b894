import { Progress } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconHandStop,
  IconLoader2,
  IconTrash,
} from '@tabler/icons-react'
import type { AssetCard } from '#contract/models/asset'
import { inProgress, stateInWords } from './asset-words.ts'

type Facts = Pick<AssetCard, 'state' | 'percent' | 'fileName'>

/** A state by shape and words, never by colour alone; with a bar while it is being prepared. */
export function StateBadge({ asset }: { asset: Facts }) {
  const Icon = iconOf(asset.state)
  return (
    <span className="state" data-state={asset.state}>
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      <span>{stateInWords(asset)}</span>
      {asset.state === 'transcoding' && (
        <Progress value={asset.percent} size={4} aria-label={`Preparing ${asset.fileName}`} />
      )}
    </span>
  )
}

function iconOf(state: AssetCard['state']) {
  if (inProgress({ state })) return IconLoader2
  if (state === 'ready') return IconCircleCheck
  if (state === 'held') return IconHandStop
  if (state === 'deleting') return IconTrash
  return IconAlertTriangle
}
