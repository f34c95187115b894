import { join } from 'node:path'
import { REGION } from '#local/assembly/identifiers'
import { awsApi } from '#local/aws-api/index'
import { events } from '#local/events/index'
import { passOn } from '#local/http/pass-on'
import { s3 } from '#local/s3/index'
import { credentials } from '#local/service/clients'
import { defineService } from '#local/service/service'
import { startMediaConvert } from './server.ts'
import { findFfmpeg } from './tools/find-ffmpeg.ts'

/** MediaConvert's API of 2017-08-29; the stacks have no resource of it. */
export const mediaConvert = defineService({
  name: 'media-convert',
  types: {},
  requires: findFfmpeg,
  async start(context) {
    const server = await startMediaConvert({
      port: 0,
      s3: { endpoint: s3.in(context).url, region: REGION, credentials: { ...credentials } },
      workDir: join(context.dataDir, 'media-convert'),
      ...(await findFfmpeg()),
      publish: events.in(context).publish,
    })
    awsApi.in(context).onPath('/2017-08-29/', passOn(server.url))
    return server
  },
})
