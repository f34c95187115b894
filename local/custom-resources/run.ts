import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cloud, CloudResource } from '#local/assembly/cloud'
import { arn } from '#local/assembly/identifiers'
import { objectAt, textAt } from '#local/assembly/json'
import type { LambdaRunner } from '#local/lambda/runner'
import type { ResponseUrls } from './response-urls.ts'

const PATIENCE_SECONDS = 60

/**
 * Runs each custom resource of the types, which our own functions serve, by CloudFormation's protocol, and tells the
 * cloud what it answered.
 */
export async function runCustomResources(options: {
  cloud: Cloud
  runner: LambdaRunner
  awaitResponse: ResponseUrls['awaitResponse']
  types: readonly string[]
}): Promise<void> {
  const { cloud, runner, awaitResponse, types } = options
  for (const resource of cloud.resources.filter(({ type }) => types.includes(type)))
    await run(resource)

  async function run(resource: CloudResource): Promise<void> {
    const token = textAt(resource.properties, 'ServiceToken')
    const id = randomUUID()
    const { url, response } = awaitResponse(id)
    const { ServiceToken: _, ...ResourceProperties } = resource.properties
    // `Create` at every start: the functions keep what is there already, as they must on a retry.
    const event = {
      RequestType: 'Create',
      ResponseURL: url,
      StackId: arn('cloudformation', `stack/${resource.stack}/local`),
      RequestId: id,
      ResourceType: resource.type,
      LogicalResourceId: resource.logicalId,
      ServiceToken: token,
      ResourceProperties: { ServiceToken: token, ...ResourceProperties },
    }
    const returned = await runner.invoke(token, event)
    // CDK's provider framework reads what is returned; the plain protocol PUTs it.
    const answer =
      returned !== null && typeof returned === 'object' && 'Data' in returned
        ? { Status: 'SUCCESS', ...returned }
        : await Promise.race([
            response,
            sleep(PATIENCE_SECONDS * 1000, undefined, { ref: false }).then(() => {
              throw new Error(
                `${resource.logicalId} did not answer within ${PATIENCE_SECONDS} seconds.`,
              )
            }),
          ])
    if (textAt(answer, 'Status') === 'FAILED')
      throw new Error(`${resource.logicalId} failed: ${textAt(answer, 'Reason')}`)
    cloud.answer(
      resource,
      textAt(answer, 'PhysicalResourceId') || resource.ref,
      objectAt(answer, 'Data'),
    )
  }
}
