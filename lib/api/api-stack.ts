import { CfnOutput, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import { CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'
import { generationsOf } from '#lib/constructs/generations'
import { Deployment } from '#lib/settings/deployment'
import { ApiFunctions, type ApiFunctionsProps } from './api-functions.ts'
import { EdgeKey } from './edge-key.ts'
import { EdgeSecret } from './edge-secret.ts'
import { Firewall } from './firewall.ts'
import { RestApi, type RestApiProps } from './rest-api.ts'

export type ApiStackProps = StackProps &
  Omit<ApiFunctionsProps, 'cursorSecret'> &
  Pick<RestApiProps, 'userPool'>

/** The HTTP API: the contract's routes, the functions that serve them, the firewall before them. */
export class ApiStack extends Stack {
  readonly functions: ApiFunctions
  readonly api: RestApi
  /** The gateway's own host, without the stage. */
  readonly host: string
  readonly edgeSecret: EdgeSecret

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props)
    const { settings } = Deployment.of(this)
    this.edgeSecret = new EdgeSecret(this, 'EdgeSecret', {
      generation: settings.secretsGeneration,
    })
    this.functions = new ApiFunctions(this, 'Functions', {
      ...props,
      cursorSecret: this.edgeSecret.sent,
    })
    this.api = new RestApi(this, 'Api', {
      userPool: props.userPool,
      functions: this.functions,
    })
    this.host = `${this.api.restApiId}.execute-api.${this.region}.${this.urlSuffix}`
    const { taken } = this.edgeSecret
    if (settings.apiWebAcl) {
      const firewall = new Firewall(this, 'Firewall', {
        ...settings.api,
        scope: 'REGIONAL',
        secrets: generationsOf(settings.secretsGeneration).map((it) => taken[it] ?? ''),
      })
      new CfnWebACLAssociation(this, 'FirewallOfStage', {
        resourceArn: this.api.deploymentStage.stageArn,
        webAclArn: firewall.attrArn,
      })
    } else {
      new EdgeKey(this, 'EdgeKey', { api: this.api, secrets: taken })
      Validations.of(this.api).acknowledge({
        id: 'AwsSolutions-APIG3',
        reason: 'The stage does without a firewall, by `apiWebAcl`; it asks for the edge’s key.',
      })
    }
    new CfnOutput(this, 'ApiUrl', { value: `https://${this.host}/api` })
  }
}
