import { Match, Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { REQUIRED_ATTRIBUTES } from '#local/cognito/sign-up'
import { testApp } from '#test/support/app'

const { app, identity } = testApp()
app.synth()
const template = Template.fromStack(identity)

test('people sign in with their e-mail address and a long password; the pool is kept', () => {
  template.hasResource('AWS::Cognito::UserPool', {
    DeletionPolicy: 'Retain',
    Properties: {
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      Policies: { PasswordPolicy: Match.objectLike({ MinimumLength: 12 }) },
      DeletionProtection: 'ACTIVE',
    },
  })
})

test('nobody signs up without the name that others read', () => {
  const [pool] = Object.values(template.findResources('AWS::Cognito::UserPool'))
  const schema: { Name: string; Required?: boolean }[] = pool?.Properties.Schema ?? []
  const required = schema.filter(({ Required }) => Required).map(({ Name }) => Name)
  expect(required.sort()).toEqual(REQUIRED_ATTRIBUTES)
})

test('sign-in is hosted at an address of this account alone', () => {
  template.hasResourceProperties('AWS::Cognito::UserPoolDomain', {
    Domain: { 'Fn::Join': ['', ['lectern-test-', { Ref: 'AWS::AccountId' }]] },
    ManagedLoginVersion: 2,
  })
})

test('a deployment for development is deleted with its data', () => {
  const dev = testApp({ retainData: false })
  Template.fromStack(dev.identity).hasResource('AWS::Cognito::UserPool', {
    DeletionPolicy: 'Delete',
    Properties: { DeletionProtection: 'INACTIVE' },
  })
})
