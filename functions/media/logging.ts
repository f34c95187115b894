import type { Logger } from '@aws-lambda-powertools/logger'
import type { MediaLog } from '#core/videos/ports'

export const mediaLog = (logger: Logger): MediaLog => ({
  info: (event, ids) => logger.info(event, { ...ids }),
})
