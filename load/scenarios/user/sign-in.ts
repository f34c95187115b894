import { text, type UserAnswer, type UserContext, type UserRequest } from './context.ts'
import { askedNow } from './measure.ts'

/** As Cognito's API takes it, which no credentials sign. */
export async function writePassword(request: UserRequest, context: UserContext): Promise<void> {
  request.headers = {
    ...request.headers,
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
  }
  request.body = JSON.stringify({
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: text(context, 'clientId'),
    AuthParameters: {
      USERNAME: text(context, 'username'),
      PASSWORD: text(context, 'password'),
    },
  })
  askedNow(context)
}

export async function keepToken(
  _: UserRequest,
  answer: UserAnswer,
  { vars }: UserContext,
): Promise<void> {
  if (answer.statusCode >= 400) return
  const { AuthenticationResult } = JSON.parse(answer.body)
  vars.token = AuthenticationResult?.IdToken
}
