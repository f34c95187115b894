import type { Cloud } from '#local/assembly/cloud'
import { byName } from '#local/assembly/identifiers'
import { type JsonObject, textAt } from '#local/assembly/json'
import { defineService } from '#local/service/service'

/** AWS WAF, before the gateway's stage. The edge's own, of the setting `edgeWebAcl`, is asked by nobody here. */
export const firewall = defineService({
  name: 'firewall',
  types: { 'AWS::WAFv2::WebACL': byName, 'AWS::WAFv2::WebACLAssociation': byName },
  start: () => undefined,
})

/** The rules that the stacks put before a resource, by the end of its ARN. */
export function webAclBefore(cloud: Cloud, resource: string): JsonObject | undefined {
  const association = cloud
    .ofType('AWS::WAFv2::WebACLAssociation')
    .find(({ properties }) => textAt(properties, 'ResourceArn').endsWith(resource))
  const arn = textAt(association?.properties, 'WebACLArn')
  return cloud.ofType('AWS::WAFv2::WebACL').find(({ attributes }) => attributes.Arn === arn)
    ?.properties
}
