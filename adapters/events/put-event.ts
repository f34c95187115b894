import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'

export interface OwnEvent {
  readonly source: string
  readonly 'detail-type': string
  readonly detail: object
}

/** Puts one event on the account's default bus. */
export async function putEvent(
  client: EventBridgeClient,
  { source, detail, ...event }: OwnEvent,
): Promise<void> {
  const { FailedEntryCount, Entries } = await client.send(
    new PutEventsCommand({
      Entries: [
        { Source: source, DetailType: event['detail-type'], Detail: JSON.stringify(detail) },
      ],
    }),
  )
  // A refused entry is no error of the call.
  if (FailedEntryCount) throw new Error(`EventBridge refused an event: ${Entries?.[0]?.ErrorCode}`)
}
