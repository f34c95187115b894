import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'

interface Learner {
  readonly userPoolId: string
  /** An address; nobody is mailed there. */
  readonly username: string
}

/** Makes an account that signs in with this password from now on; one that is there gets the password. */
export async function ensureLearner(
  client: CognitoIdentityProviderClient,
  learner: Learner & { readonly name: string; readonly password: string },
): Promise<void> {
  const user = { UserPoolId: learner.userPoolId, Username: learner.username }
  try {
    await client.send(
      new AdminCreateUserCommand({
        ...user,
        MessageAction: 'SUPPRESS',
        UserAttributes: [
          { Name: 'email', Value: learner.username },
          { Name: 'email_verified', Value: 'true' },
          { Name: 'name', Value: learner.name },
        ],
      }),
    )
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) throw error
  }
  await client.send(
    new AdminSetUserPasswordCommand({ ...user, Password: learner.password, Permanent: true }),
  )
}

/** Deletes the account, if there is one. */
export async function forgetLearner(
  client: CognitoIdentityProviderClient,
  { userPoolId, username }: Learner,
): Promise<void> {
  try {
    await client.send(new AdminDeleteUserCommand({ UserPoolId: userPoolId, Username: username }))
  } catch (error) {
    if (!(error instanceof UserNotFoundException)) throw error
  }
}
