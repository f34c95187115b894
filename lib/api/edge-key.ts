import { CfnApiKey, CfnUsagePlan, CfnUsagePlanKey } from 'aws-cdk-lib/aws-apigateway'
import { Construct } from 'constructs'
import type { RestApi } from './rest-api.ts'

export interface EdgeKeyProps {
  readonly api: RestApi
  /** What the edge shows, by the generation of each that is taken. */
  readonly secrets: Readonly<Record<number, string>>
}

/**
 * What the stage asks the edge for where no firewall does (ADR 27): a key of API Gateway's. It costs nothing, nor do
 * requests without it. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 */
export class EdgeKey extends Construct {
  constructor(scope: Construct, id: string, { api, secrets }: EdgeKeyProps) {
    super(scope, id)
    const plan = new CfnUsagePlan(this, 'Plan', {
      description: 'Lectern: the site’s edge, which asks for everybody',
      apiStages: [{ apiId: api.restApiId, stage: api.deploymentStage.stageName }],
    })
    for (const [generation, value] of Object.entries(secrets)) {
      const key = new CfnApiKey(this, `Generation${generation}`, {
        description: `Lectern: what the edge shows the API, generation ${generation}`,
        enabled: true,
        value,
      })
      new CfnUsagePlanKey(this, `Of${generation}`, {
        usagePlanId: plan.ref,
        keyId: key.ref,
        keyType: 'API_KEY',
      })
    }
  }
}
