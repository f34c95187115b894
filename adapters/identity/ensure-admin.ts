import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  type CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'

/**
 * Makes an administrator, whom Cognito mails a password for a first sign-in; an account that is there is put
 * into the group and otherwise left alone.
 * @throws Error where somebody signed up with the address and has not shown that it is theirs
 */
export async function ensureAdmin(
  client: CognitoIdentityProviderClient,
  { userPoolId, email, name }: { userPoolId: string; email: string; name: string },
): Promise<void> {
  const user = { UserPoolId: userPoolId, Username: email }
  try {
    await client.send(
      new AdminCreateUserCommand({
        ...user,
        DesiredDeliveryMediums: ['EMAIL'],
        UserAttributes: [
          { Name: 'email', Value: email },
          { Name: 'email_verified', Value: 'true' },
          { Name: 'name', Value: name },
        ],
      }),
    )
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) throw error
    const { UserStatus } = await client.send(new AdminGetUserCommand(user))
    // Anybody may sign up with anybody's address, and would keep their password.
    if (UserStatus === 'UNCONFIRMED')
      throw new Error(
        `Somebody signed up as ${email} and has not confirmed the address. Confirm it by the code that was mailed, or delete the account, and deploy again.`,
      )
  }
  await client.send(new AdminAddUserToGroupCommand({ ...user, GroupName: 'admin' }))
}
