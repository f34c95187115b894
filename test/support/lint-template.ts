import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import type { PropertyType, Resource, SpecDatabase } from '@aws-cdk/service-spec-types'

export interface CloudFormationResource {
  readonly Type: string
  readonly Properties?: unknown
  readonly DependsOn?: string | readonly string[]
}

export interface CloudFormationTemplate {
  readonly Resources: Readonly<Record<string, CloudFormationResource>>
  readonly Parameters?: Readonly<Record<string, unknown>>
  readonly Outputs?: Readonly<Record<string, unknown>>
}

type Complain = (path: string, sentence: string) => void

let loaded: SpecDatabase | undefined

/** AWS's own list of resource types, as the CDK is made from it; half a second to load, so once. */
const specification = (): SpecDatabase => {
  loaded ??= loadAwsServiceSpecSync()
  return loaded
}

/**
 * What CloudFormation would refuse, as sentences: resource types, property names, types, allowed values,
 * required properties and references by AWS's service specification, and the limits of a template
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html).
 */
export function lintTemplate(template: CloudFormationTemplate): string[] {
  const found: string[] = []
  const complain: Complain = (path, sentence) => found.push(`${path}: ${sentence}`)
  const resources = Object.entries(template.Resources)
  if (resources.length > 500) complain('Resources', `has ${resources.length}, of 500 at most`)
  if (Object.keys(template.Outputs ?? {}).length > 200) complain('Outputs', 'has over 200')
  if (Buffer.byteLength(JSON.stringify(template)) > 1_000_000) complain('Template', 'is over 1 MB')
  for (const [id, resource] of resources) {
    for (const other of [resource.DependsOn ?? []].flat())
      if (!template.Resources[other]) complain(id, `depends on ${other}, which there is not`)
    if (resource.Type.startsWith('Custom::')) continue
    const known = resourceOf(resource.Type)
    if (!known) complain(id, `${resource.Type} is no resource type`)
    else checkProperties(known.properties, resource.Properties ?? {}, id, complain)
  }
  checkReferences(template, template, '', complain)
  return found
}

const resourceOf = (type: string): Resource | undefined =>
  specification().lookup('resource', 'cloudFormationType', 'equals', type)[0]

function checkProperties(
  declared: Resource['properties'],
  value: unknown,
  path: string,
  complain: Complain,
): void {
  if (!isRecord(value)) {
    complain(path, 'must be an object')
    return
  }
  for (const [name, { required }] of Object.entries(declared))
    if (required && value[name] === undefined) complain(path, `lacks ${name}`)
  for (const [name, inner] of Object.entries(value)) {
    const property = declared[name]
    if (!property) complain(path, `has no property ${name}`)
    else if (![property.type, ...(property.previousTypes ?? [])].some((type) => fits(type, inner)))
      checkType(property.type, inner, `${path}.${name}`, complain)
  }
}

function checkType(type: PropertyType, value: unknown, path: string, complain: Complain): void {
  if (isIntrinsic(value)) return
  if (type.type === 'ref') {
    checkProperties(
      specification().get('typeDefinition', type.reference.$ref).properties,
      value,
      path,
      complain,
    )
    return
  }
  if (type.type === 'array') {
    if (!Array.isArray(value)) {
      complain(path, 'must be a list')
      return
    }
    for (const [at, inner] of value.entries())
      checkType(type.element, inner, `${path}.${at}`, complain)
    return
  }
  if (type.type === 'map') {
    if (!isRecord(value)) {
      complain(path, 'must be a map')
      return
    }
    for (const [name, inner] of Object.entries(value))
      checkType(type.element, inner, `${path}.${name}`, complain)
    return
  }
  if (type.type === 'union') {
    if (!type.types.some((one) => fits(one, value))) complain(path, 'fits none of its types')
    return
  }
  const wrong = wrongScalar(type, value)
  if (wrong) complain(path, `${wrong}, and is ${JSON.stringify(value)}`)
}

function fits(type: PropertyType, value: unknown): boolean {
  let good = true
  checkType(type, value, '', () => {
    good = false
  })
  return good
}

/** CloudFormation takes a number or a truth value as text too. */
function wrongScalar(type: PropertyType, value: unknown): string | undefined {
  const text = ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined
  switch (type.type) {
    case 'string':
      if (text === undefined) return 'must be text'
      return type.allowedValues && !type.allowedValues.includes(text)
        ? `must be one of ${type.allowedValues.join(', ')}`
        : undefined
    case 'integer':
      return /^-?\d+$/.test(text ?? '') ? undefined : 'must be a whole number'
    case 'number':
      return text && Number.isFinite(Number(text)) ? undefined : 'must be a number'
    case 'boolean':
      return text === 'true' || text === 'false' ? undefined : 'must be true or false'
    default:
      return undefined
  }
}

/** Every `Ref` and `Fn::GetAtt`, in names, outputs and `Fn::Sub` too, leads to something in the template. */
function checkReferences(
  template: CloudFormationTemplate,
  value: unknown,
  path: string,
  complain: Complain,
): void {
  if (Array.isArray(value))
    for (const [at, inner] of value.entries())
      checkReferences(template, inner, `${path}.${at}`, complain)
  if (!isRecord(value)) return
  const { Ref, 'Fn::GetAtt': got } = value
  if (typeof Ref === 'string' && !exists(template, Ref)) complain(path, `refers to no ${Ref}`)
  if (Array.isArray(got)) checkAttribute(template, got, path, complain)
  for (const [name, inner] of Object.entries(value))
    checkReferences(template, inner, path ? `${path}.${name}` : name, complain)
}

const exists = ({ Resources, Parameters }: CloudFormationTemplate, id: string): boolean =>
  id.startsWith('AWS::') || id in Resources || id in (Parameters ?? {})

function checkAttribute(
  { Resources }: CloudFormationTemplate,
  [id, attribute]: readonly unknown[],
  path: string,
  complain: Complain,
): void {
  const resource = Resources[String(id)]
  if (!resource) {
    complain(path, `refers to no ${String(id)}`)
    return
  }
  const known = resourceOf(resource.Type)
  if (known && !(String(attribute) in known.attributes))
    complain(path, `${resource.Type} has no attribute ${String(attribute)}`)
}

/** Only a deployment knows its value. */
const isIntrinsic = (value: unknown): boolean => {
  const [name, ...more] = isRecord(value) ? Object.keys(value) : []
  return more.length === 0 && (name === 'Ref' || name?.startsWith('Fn::') === true)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
