import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Asset, SourceFacts } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import { routeQuery } from '#web/api/route-query.ts'
import layout from '#web/ui/layout.module.css'
import { dollarsInWords } from '#web/ui/money.ts'
import { messageOf } from '#web/ui/notices.tsx'
import { BudgetBar } from '#web/uploads/intake/budget-bar.tsx'
import { CostParts } from '#web/uploads/intake/cost-parts.tsx'
import { inProgress, versionInWords } from '#web/videos/asset-words.ts'
import { whyInWords } from '#web/videos/in-words.ts'
import { StateBadge } from '#web/videos/state-badge.tsx'
import { type AssetRef, useAssetChange } from '#web/videos/use-asset.ts'
import { words } from './words/en.ts'

/** What it is, what happens next, and the one thing to do about it. */
export function AssetStatePanel({ asset, of }: { asset: Asset; of: AssetRef }) {
  const { mutate, isPending, error } = useAssetChange(of)
  const version = versionInWords(asset)
  const cost = asset.estimatedCostUsd
  return (
    <section className={layout.panel} aria-label={words.state}>
      <div role="status">
        <StateBadge asset={{ ...asset, durationSeconds: asset.source?.durationSeconds ?? null }} />
        {asset.reason && <p className="problem">{whyInWords(asset)}</p>}
      </div>
      {version && <p>{version}</p>}
      <p className="quiet">{words.next[asset.state]}</p>
      {cost !== null && (
        <p className="quiet">
          {asset.reusedFrom
            ? words.costNothing
            : (asset.state === 'ready' ? words.didCost : words.willCost)(dollarsInWords(cost))}
        </p>
      )}
      <div className={layout.actions}>
        {(asset.state === 'failed' || asset.state === 'rejected') && (
          <Button
            loading={isPending}
            onClick={() => mutate(() => call(routes.retryAsset, { params: of }))}
          >
            {words.tryAgain}
          </Button>
        )}
        {(inProgress(asset) || asset.state === 'held') && (
          <Button
            variant="default"
            loading={isPending}
            onClick={() => mutate(() => call(routes.cancelAsset, { params: of }))}
          >
            {words.cancelEncoding}
          </Button>
        )}
      </div>
      {asset.state === 'held' && (
        <Release
          asset={asset}
          of={of}
          pending={isPending}
          release={() => mutate(() => call(routes.releaseAsset, { params: of }))}
        />
      )}
      {error && (
        <p role="alert" className="problem">
          {messageOf(error)}
        </p>
      )}
    </section>
  )
}

interface ReleaseProps {
  readonly asset: Asset
  readonly of: AssetRef
  readonly pending: boolean
  readonly release: () => void
}

function Release({ asset, of, pending, release }: ReleaseProps) {
  const { source } = asset
  const estimate = useQuery({
    ...routeQuery(routes.estimateEncoding, {
      params: { courseId: of.courseId },
      body: source ? encodingOf(source) : undefined,
    }),
    enabled: source !== null,
  })
  if (!estimate.data) return null
  const { budget, cost } = estimate.data
  return (
    <>
      <CostParts parts={cost.parts} tier={cost.tier} />
      <BudgetBar budget={budget} adding={cost.totalUsd} />
      {budget.mayRelease && (
        <div className={layout.actions}>
          <Button loading={pending} onClick={release}>
            {words.release(dollarsInWords(cost.totalUsd))}
          </Button>
        </div>
      )}
    </>
  )
}

/** What an estimate is made from; a rate that no camera has is taken for a wrong header. */
const encodingOf = (source: SourceFacts) => {
  const { durationSeconds, width, height, frameRate, interlaced, webColour, audio } = source
  return {
    durationSeconds,
    width,
    height,
    frameRate: Math.min(240, Math.max(1, frameRate)),
    interlaced,
    webColour,
    audioTracks: audio.length,
  }
}
