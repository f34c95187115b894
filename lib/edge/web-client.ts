import { Duration } from 'aws-cdk-lib'
import {
  CfnManagedLoginBranding,
  type IUserPool,
  OAuthScope,
  UserPoolClient,
} from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'

/**
 * The web client's registration: code flow with PKCE and no secret. It stands beside the
 * distribution since the addresses to return to are the distribution's.
 */
export class WebClient extends UserPoolClient {
  constructor(scope: Construct, id: string, props: { userPool: IUserPool; siteUrl: string }) {
    super(scope, id, {
      userPool: props.userPool,
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${props.siteUrl}/auth/callback`],
        logoutUrls: [`${props.siteUrl}/`],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
    })
    new CfnManagedLoginBranding(scope, `${id}Branding`, {
      userPoolId: props.userPool.userPoolId,
      clientId: this.userPoolClientId,
      useCognitoProvidedValues: true,
    })
  }
}
