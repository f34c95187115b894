import type { MediaCommand } from '#contract/videos/events'
import type { AssetRecord } from './asset-ports.ts'
import { encodeAsset } from './encode/encode-asset.ts'
import type { EncodeDeps } from './encode/encode-deps.ts'
import { isUnderWay } from './life/asset-state.ts'
import { tag } from './life/enter.ts'
import { wakeTwins } from './life/twins.ts'
import { tidyVersions } from './playback/tidy-versions.ts'
import { type DeleteDeps, deleteFiles } from './removal/delete-files.ts'

/** What its steps declare, and nothing of its own. */
export type CommandDeps = EncodeDeps & DeleteDeps

/**
 * Does what somebody or something of ours asked for, if the asset's state still allows it. May be called
 * again with the same command at any time; a command that came too late does nothing.
 */
export async function runCommand(
  deps: CommandDeps,
  { command, assetId }: Pick<MediaCommand, 'command' | 'assetId'>,
): Promise<void> {
  const record = await deps.assets.getRecord(assetId)
  deps.log.info(`media.command_${command}`, { assetId, state: record?.asset.state ?? 'gone' })
  if (!record) return
  switch (command) {
    case 'encode':
      await encodeAsset(deps, record.asset)
      return
    case 'cancel':
      return cancelJob(deps, record)
    case 'delete':
      if (record.asset.state === 'deleting') await deleteFiles(deps, record)
      return
    case 'tidy':
      return tidyVersions(deps, record.asset)
  }
}

async function cancelJob(deps: EncodeDeps, record: AssetRecord): Promise<void> {
  const { asset, job } = record
  // If it was tried again meanwhile, the job may be the new one.
  if (job && !isUnderWay(asset, job)) await deps.transcoder.cancel(job.id)
  await tag(deps, asset)
  await wakeTwins(deps, record)
}
