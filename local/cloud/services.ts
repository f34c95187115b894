import { applicationAutoScaling } from '#local/application-auto-scaling/index'
import { athena } from '#local/athena/index'
import { awsApi } from '#local/aws-api/index'
import { cloudWatch } from '#local/cloudwatch/index'
import { cognito } from '#local/cognito/index'
import { customResources } from '#local/custom-resources/index'
import { dynamo } from '#local/dynamo/index'
import { edge } from '#local/edge/index'
import { eventSources } from '#local/event-sources/index'
import { events } from '#local/events/index'
import { firehose } from '#local/firehose/index'
import { firewall } from '#local/firewall/index'
import { gateway } from '#local/gateway/index'
import { glue } from '#local/glue/index'
import { lambda } from '#local/lambda/index'
import { mediaConvert } from '#local/media-convert/index'
import { queues } from '#local/queues/index'
import { s3 } from '#local/s3/index'
import { secrets } from '#local/secrets/index'
import type { Service } from '#local/service/service'
import { valkey } from '#local/valkey/index'

/** Every service, in the order in which they start: each after those that it uses. */
export const services: readonly Service[] = [
  awsApi,
  secrets,
  dynamo,
  valkey,
  queues,
  cloudWatch,
  lambda,
  events,
  s3,
  glue,
  firehose,
  athena,
  mediaConvert,
  cognito,
  customResources,
  eventSources,
  firewall,
  gateway,
  applicationAutoScaling,
  edge,
]
