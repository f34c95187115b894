import { Logger } from '@aws-lambda-powertools/logger'
import { environments } from '#contract/environment'
import { MediaCommandEvent } from '#contract/events'
import { runCommand } from '#core/media/run-command'
import { createEncodeDeps } from '../media/encode-deps.ts'

const logger = new Logger({ serviceName: 'media-command' })
const deps = createEncodeDeps(environments['media-command'].parse(process.env), logger)

/** Started by EventBridge when one of our functions asks for something. Throws to be called again. */
export async function handler(event: unknown): Promise<void> {
  await runCommand(deps, MediaCommandEvent.parse(event).detail)
}
