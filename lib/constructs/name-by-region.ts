import { Aws, CfnResource, type IAspect, Names } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/**
 * Where the name stands of each kind of thing that belongs to the account and to no region, so that a
 * second region's stacks would ask for a name that is taken. The caller reference of a key is such a name.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/APIReference/API_PublicKeyConfig.html
 */
export const GLOBAL_NAMES: Readonly<Record<string, readonly string[]>> = {
  'AWS::CloudFront::CachePolicy': ['CachePolicyConfig.Name'],
  'AWS::CloudFront::Function': ['Name'],
  'AWS::CloudFront::KeyGroup': ['KeyGroupConfig.Name'],
  'AWS::CloudFront::KeyValueStore': ['Name'],
  'AWS::CloudFront::OriginAccessControl': ['OriginAccessControlConfig.Name'],
  'AWS::CloudFront::OriginRequestPolicy': ['OriginRequestPolicyConfig.Name'],
  'AWS::CloudFront::PublicKey': ['PublicKeyConfig.Name', 'PublicKeyConfig.CallerReference'],
  'AWS::CloudFront::ResponseHeadersPolicy': ['ResponseHeadersPolicyConfig.Name'],
}

/** The shortest limit of them, 64, less the longest region and a hyphen. */
const ROOM = 64 - 'ap-southeast-1'.length - 1

/** Gives every account-global thing a name with its region in it, whoever made it. */
export class NameByRegion implements IAspect {
  visit(node: IConstruct): void {
    if (!(node instanceof CfnResource)) return
    for (const path of GLOBAL_NAMES[node.cfnResourceType] ?? [])
      node.addPropertyOverride(
        path,
        `${Aws.REGION}-${Names.uniqueResourceName(node, { maxLength: ROOM })}`,
      )
  }
}
