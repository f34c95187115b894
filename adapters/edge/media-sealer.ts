import { createHmac } from 'node:crypto'
import { SEAL_LENGTH, sealedText } from '#contract/courses/content-paths'
import type { MediaSealer } from '#core/courses/content-ports'

/** Makes the seals that the edge checks, with the same secret. */
export const createMediaSealer =
  (secret: string): MediaSealer =>
  (prefix, mediaId) =>
    createHmac('sha256', secret)
      .update(sealedText(prefix, mediaId))
      .digest('base64url')
      .slice(0, SEAL_LENGTH)
