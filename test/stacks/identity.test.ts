import { Match, Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
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

describe('the first administrator', () => {
  const withAdmin = testApp({ firstAdmin: { email: 'ada@school.example', name: 'Ada Lovelace' } })
  const made = Template.fromStack(withAdmin.identity)

  test('is made after the group, by a function that may do that in this pool and no more', () => {
    made.hasResource('Custom::LecternFirstAdmin', {
      Properties: { Email: 'ada@school.example', Name: 'Ada Lovelace' },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('^UsersAdmins')]),
    })
    made.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          {
            Effect: 'Allow',
            Action: [
              'cognito-idp:AdminAddUserToGroup',
              'cognito-idp:AdminCreateUser',
              'cognito-idp:AdminGetUser',
            ],
            Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Users'), 'Arn'] },
          },
        ]),
      },
    })
  })

  test('is nobody where the settings name nobody', () => {
    template.resourceCountIs('Custom::LecternFirstAdmin', 0)
    template.resourceCountIs('AWS::Lambda::Function', 0)
  })
})

test('SES sends the mails where the settings name a sender', () => {
  const mail = { from: 'courses@school.example', verifiedDomain: 'school.example' }
  Template.fromStack(testApp({ mail }).identity).hasResourceProperties('AWS::Cognito::UserPool', {
    EmailConfiguration: {
      EmailSendingAccount: 'DEVELOPER',
      From: 'courses@school.example',
      SourceArn: {
        'Fn::Join': ['', Match.arrayWith([{ Ref: 'AWS::Region' }, ':identity/school.example'])],
      },
    },
  })
})
