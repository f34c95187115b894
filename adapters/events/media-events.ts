import type { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { inEnglish } from '#contract/in-english'
import { say } from '#contract/say'
import type { AssetEnded, EdgeEvent, MediaCommandEvent } from '#contract/videos/events'
import { reasonsOf } from '#contract/videos/reasons'
import type { MediaEvents } from '#core/videos/ports'
import { putEvent } from './put-event.ts'

type OurEvent = MediaCommandEvent | AssetEnded | Omit<EdgeEvent, 'id'>

/**
 * One line of plain text. EventBridge puts these words into the text of a mail as they are, where a quote would
 * end it, a line break would begin what looks like ours, and a mark of direction would turn it round.
 */
const plain = (text: string) =>
  text
    .toWellFormed()
    .replaceAll('"', '”')
    .replaceAll('\\', '＼')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')

/** What the media workers are asked, and whom they tell, by the account's default event bus. */
export function createMediaEvents(client: EventBridgeClient, deploymentId: string): MediaEvents {
  const put = (event: OurEvent) => putEvent(client, event)
  return {
    command: (command, assetId) =>
      put({
        source: 'lectern.media',
        'detail-type': 'Media Command',
        detail: { deploymentId, assetId, command },
      }),
    ended: (asset) => {
      const { id, courseId, fileName, sourceKey, state } = asset
      return put({
        source: 'lectern.media',
        'detail-type': 'Asset Ended',
        detail: {
          deploymentId,
          assetId: id,
          courseId,
          fileName: plain(fileName),
          sourceKey: plain(sourceKey),
          state,
          headline: plain(inEnglish(say('upload_ended', { sourceKey, state }))),
          reason:
            reasonsOf(asset)
              .map((reason) => plain(inEnglish(reason)))
              .join(' ') || null,
        },
      })
    },
    published: (courseId, assetId) =>
      put({
        source: 'lectern.media',
        'detail-type': 'Playback Published',
        detail: { deploymentId, assetId, courseId },
      }),
    deleted: (courseId, assetId) =>
      put({
        source: 'lectern.media',
        'detail-type': 'Asset Deleted',
        detail: { deploymentId, assetId, courseId },
      }),
  }
}
