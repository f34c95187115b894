import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { Template } from 'aws-cdk-lib/assertions'
import { mockClient } from 'aws-sdk-client-mock'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMediaEvents } from '#adapters/events/media-events'
import { say } from '#contract/say'
import type { Asset } from '#contract/videos/asset'
import { testApp } from '#test/support/app'
import { assetOf } from '#test/support/asset'
import { asWritten } from '#test/support/said'

const { app, media } = testApp()
app.synth()
const template = Template.fromStack(media)
const [rule] = Object.values(template.findResources('AWS::Events::Rule')).filter(
  ({ Properties }) => Properties.EventPattern?.['detail-type']?.[0] === 'Asset Ended',
)
const { InputPathsMap, InputTemplate } = rule?.Properties.Targets[0].InputTransformer ?? {}

/** What the topic is told: EventBridge puts the values into the template as they are, escaping nothing. */
async function mailOf(ended: Partial<Asset>): Promise<{ lines: string[]; bytes: number }> {
  const bus = mockClient(EventBridgeClient)
  bus.on(PutEventsCommand).resolves({ FailedEntryCount: 0 })
  await createMediaEvents(new EventBridgeClient({}), 'dep').ended(assetOf(ended))
  const [entry] = bus.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries ?? []
  const detail = JSON.parse(entry?.Detail ?? '')
  const text = String(InputTemplate).replace(/<([^<>]+)>/g, (_, name: string) =>
    String(InputPathsMap[name])
      .replace(/^\$\.detail\./, '')
      .split('.')
      .reduce((value, part) => value?.[part], detail),
  )
  return {
    // Each line of the template is a JSON text of its own.
    lines: text.split('\n').map((line) => JSON.parse(line)),
    bytes: Buffer.byteLength(JSON.stringify(entry)),
  }
}

/** Names as S3 takes them: any text of up to 1,024 bytes. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 250 }),
  fc.string({
    unit: fc.constantFrom(
      ...['"', '\\', '\n', '\r', '\0', '\u0085', '\u2028', '\u202e', '\ufeff', '\ud800', '<', 'a'],
    ),
    maxLength: 250,
  }),
)

describe('the mail about an upload that needs somebody', () => {
  it('says which and why', async () => {
    const { lines } = await mailOf({
      sourceKey: 'sets/a.mp4',
      state: 'rejected',
      reason: asWritten('Cut.'),
    })
    expect(lines).toEqual(['The upload sets/a.mp4 is rejected.', 'Cut.'])
  })

  it('says what learners see meanwhile, where they see a version', async () => {
    const { lines } = await mailOf({
      sourceKey: 'sets/a.mp4',
      state: 'failed',
      liveVersion: 1,
      reason: say('encoding_cancelled'),
    })
    expect(lines).toEqual([
      'The upload sets/a.mp4 is failed.',
      'Encoding was cancelled. Retry to start it anew. Until then learners see the version before.',
    ])
  })

  it('has two lines of plain text, whatever a file is called and a tool has said', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (sourceKey, fileName, said) => {
        const reason = asWritten(said)
        const { lines, bytes } = await mailOf({ sourceKey, fileName, reason, state: 'rejected' })
        expect(lines).toHaveLength(2)
        for (const line of lines) {
          expect(line).toMatch(
            /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*$/u,
          )
        }
        // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html: 256 KB an entry
        expect(bytes).toBeLessThan(256 * 1024)
      }),
      { numRuns: 300 },
    )
  })
})
