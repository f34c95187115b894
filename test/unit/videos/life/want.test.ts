import { describe, expect, it } from 'vitest'
import type { AssetState } from '#contract/videos/asset'
import { type Wish, want } from '#core/videos/life/want'
import { assetOf } from '#test/support/asset'
import { asWritten } from '#test/support/said'
import { pipeline } from '#test/unit/videos/pipeline-doubles'

describe('A wish', () => {
  it.each<[AssetState, Wish, AssetState, string]>([
    ['failed', { type: 'retried' }, 'uploaded', 'encode'],
    ['held', { type: 'released', note: asWritten('Released by Ada.') }, 'queued', 'encode'],
    [
      'probing',
      { type: 'restarted', of: { version: 1, attempt: 1 }, note: asWritten('Anew.') },
      'uploaded',
      'encode',
    ],
    ['transcoding', { type: 'cancelled' }, 'failed', 'cancel'],
    ['ready', { type: 'deleting' }, 'deleting', 'delete'],
  ])('of what is %s is saved, and then the workers are asked', async (state, wish, to, command) => {
    const { deps, asked, all, put } = pipeline()
    const asset = assetOf({ state })
    put(asset)
    const atAsking: (AssetState | undefined)[] = []
    const events = {
      async command(...args: Parameters<typeof deps.events.command>) {
        atAsking.push(all()[0]?.state)
        await deps.events.command(...args)
      },
    }
    expect((await want({ ...deps, events }, asset, wish)).changed).toBe(true)
    expect(atAsking).toEqual([to])
    expect(asked).toEqual([`${command} ${asset.id}`])
  })

  it('that its state does not allow asks nobody, but for a deletion, which may have broken off', async () => {
    const { deps, asked, put } = pipeline()
    const asset = assetOf({ state: 'deleting' })
    put(asset)
    await want(deps, asset, { type: 'retried' })
    await want(deps, asset, { type: 'cancelled' })
    expect(asked).toEqual([])
    expect((await want(deps, asset, { type: 'deleting' })).changed).toBe(false)
    expect(asked).toEqual([`delete ${asset.id}`])
  })
})
