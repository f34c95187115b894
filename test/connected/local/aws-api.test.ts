import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type AwsApi, AwsError, startAwsApi } from '#local/aws-api/server'
import { portsFrom } from '#local/http/ports'
import { createSurroundings } from '#local/lambda/surroundings'

let api: AwsApi
beforeAll(async () => {
  api = await startAwsApi(0)
})
afterAll(() => api.close())
afterEach(() => vi.unstubAllEnvs())

/** As in a function, with this test's port in place of the usual one. */
function clientInFunction(): EventBridgeClient {
  const ports = { ...portsFrom(4200), aws: Number(new URL(api.url).port) }
  for (const [name, value] of Object.entries(createSurroundings(ports, false)({})))
    vi.stubEnv(name, value)
  return new EventBridgeClient()
}

const command = new PutEventsCommand({
  Entries: [{ Source: 'lectern', DetailType: 'Tried', Detail: '{}' }],
})

describe('A function’s call of a service', () => {
  it('that no service of this machine answers is refused here by its name, and never leaves for AWS', async () => {
    await expect(clientInFunction().send(command)).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: 'The local cloud has no AWSEvents.PutEvents.',
    })
  })

  it('is answered by the one that knows its target, with the operation’s own error where it has one', async () => {
    const asked: unknown[] = []
    api.onTarget('AWSEvents.', (operation, input) => {
      asked.push(operation, input)
      if (asked.length > 2) throw new AwsError('ThrottlingException', 'Once is enough.')
      return { FailedEntryCount: 0, Entries: [{ EventId: '1' }] }
    })
    const client = clientInFunction()
    expect(await client.send(command)).toMatchObject({ Entries: [{ EventId: '1' }] })
    expect(asked).toEqual([
      'PutEvents',
      { Entries: [{ Source: 'lectern', DetailType: 'Tried', Detail: '{}' }] },
    ])
    await expect(client.send(command)).rejects.toMatchObject({ name: 'ThrottlingException' })
  })
})
