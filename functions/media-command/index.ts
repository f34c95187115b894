import { Logger } from '@aws-lambda-powertools/logger'
import { environments } from '#contract/platform/environment'
import { MediaCommandEvent } from '#contract/videos/events'
import { runCommand } from '#core/videos/run-command'
import { createEncodeDeps } from '#functions/media/encode-deps'
import { serveQueue } from '#functions/queue/serve-queue'

const logger = new Logger({ serviceName: 'media-command' })
const deps = createEncodeDeps(environments['media-command']().parse(process.env), logger)

/** Works off what our functions ask for, by its queue. */
export const handler = serveQueue(logger, (event) =>
  runCommand(deps, MediaCommandEvent.parse(event).detail),
)
