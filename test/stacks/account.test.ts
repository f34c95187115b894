import { Template } from 'aws-cdk-lib/assertions'
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }
import { expect, test } from 'vitest'
import cdk from '#cdk.json' with { type: 'json' }
import { testApp } from '#test/support/app'

const { app, account, api } = testApp()
const assembly = app.synth()

test('the gateway’s role for logs is the account’s, in a stack that no stage takes along', () => {
  const template = Template.fromStack(account)
  template.resourceCountIs('AWS::ApiGateway::Account', 1)
  expect(account.stackName).toBe('Lectern-Account')
  expect(account.terminationProtection).toBe(true)
  expect(JSON.stringify(template.toJSON())).not.toContain('lectern:stage')
  Template.fromStack(api).resourceCountIs('AWS::ApiGateway::Account', 0)
  expect(api.dependencies).toContain(account)
})

test('every feature flag that the CDK recommends is decided, so that a synth has nothing to say', () => {
  const unset = Object.keys(recommended).filter((flag) => !(flag in cdk.context))
  expect(unset).toEqual([])
  const said = assembly.stacks.flatMap(({ messages }) =>
    messages.map(({ id, entry }) => `${id}: ${entry.data}`),
  )
  expect(said).toEqual([])
})

test('production without a sender of its own is warned of Cognito’s 50 mails a day', () => {
  const said = testApp({ mail: undefined })
    .app.synth()
    .stacks.flatMap(({ messages }) => messages)
  expect(said.map(({ level, entry }) => `${level}: ${entry.data}`)).toEqual([
    expect.stringMatching(
      /^warning: Cognito’s own sender stops at 50 mails a day.*docs\/operations\.md#mail/,
    ),
  ])
})
