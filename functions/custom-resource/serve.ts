import type { CloudFormationCustomResourceEvent } from 'aws-lambda'

/**
 * A custom resource by CloudFormation's own protocol. `make` is called when the resource is made or updated, and
 * again on a retry: it keeps what is there. Deleting the resource deletes what `forget` deletes. What they throw is
 * the reason that a deployment shows.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/crpg-ref.html
 */
export const serveCustomResource =
  (
    physicalId: string,
    make: (properties: unknown) => Promise<Record<string, string>>,
    /** @default nothing */
    forget: (properties: unknown) => Promise<void> = async () => undefined,
  ) =>
  async (event: CloudFormationCustomResourceEvent): Promise<void> => {
    const answer = async (result: Record<string, unknown>) => {
      const response = await fetch(event.ResponseURL, {
        method: 'PUT',
        // The address is signed without a type, and some regions hold a request to that.
        headers: { 'content-type': '' },
        body: JSON.stringify({
          StackId: event.StackId,
          RequestId: event.RequestId,
          LogicalResourceId: event.LogicalResourceId,
          PhysicalResourceId: physicalId,
          NoEcho: false,
          ...result,
        }),
      })
      if (!response.ok) throw new Error(`CloudFormation refused the answer: ${response.status}`)
    }
    try {
      const { ResourceProperties } = event
      const Data =
        event.RequestType === 'Delete'
          ? await forget(ResourceProperties)
          : await make(ResourceProperties)
      await answer({ Status: 'SUCCESS', Data: Data ?? {} })
    } catch (error) {
      const Reason = error instanceof Error ? error.message : `${physicalId} could not be made`
      await answer({ Status: 'FAILED', Reason })
    }
  }
