import { Logger } from '@aws-lambda-powertools/logger'
import { environments } from '#contract/environment'
import { MediaCommandEvent } from '#contract/events'
import { runCommand } from '#core/media/run-command'
import { createEncodeDeps } from '../media/encode-deps.ts'
import { serveQueue } from '../queue/serve-queue.ts'

const logger = new Logger({ serviceName: 'media-command' })
const deps = createEncodeDeps(environments['media-command'].parse(process.env), logger)

/** Works off what our functions ask for, by its queue. */
export const handler = serveQueue(logger, (event) =>
  runCommand(deps, MediaCommandEvent.parse(event).detail),
)
