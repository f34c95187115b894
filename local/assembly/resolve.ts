import { ACCOUNT, REGION } from './identifiers.ts'
import { isObject, type Json, objectAt, textAt } from './json.ts'
import type { Stack } from './load.ts'

/** What the resolver asks about resources; both may depend on further resolving. */
export interface ResourceLookup {
  ref(stack: Stack, logicalId: string): Json
  attribute(stack: Stack, logicalId: string, name: string): Json
}

export interface Resolver {
  /** The value as CloudFormation would see it; `undefined` stands for `AWS::NoValue`. */
  resolve(stack: Stack, value: Json): Json | undefined
  /** Whether a resource's condition holds; without a condition it does. */
  holds(stack: Stack, condition: string | undefined): boolean
}

const ZONES = ['a', 'b', 'c'].map((zone) => `${REGION}${zone}`)

/** CloudFormation's intrinsic functions over stacks that may import from each other. */
export function createResolver(stacks: readonly Stack[], lookup: ResourceLookup): Resolver {
  const importValue = (name: string): Json => {
    for (const stack of stacks)
      for (const output of Object.values(stack.template.Outputs ?? {})) {
        const exported = objectAt(output, 'Export').Name
        if (exported !== undefined && resolve(stack, exported) === name)
          return resolve(stack, output.Value ?? '') ?? ''
      }
    throw new Error(`No stack exports ${name}.`)
  }

  const stackOutput = (stack: Stack, argument: Json): Json => {
    const [of, name] = ['StackName', 'OutputName'].map((key) =>
      text(resolve(stack, isObject(argument) ? (argument[key] ?? '') : '')),
    )
    const from = stacks.find((other) => other.name === of)
    const output = from?.template.Outputs?.[name ?? '']
    if (!from || !output) throw new Error(`No stack ${of} has the output ${name}.`)
    return resolve(from, output.Value ?? '') ?? ''
  }

  const reference = (stack: Stack, name: string): Json | undefined => {
    if (name === 'AWS::NoValue') return undefined
    const pseudo = pseudoParameters(stack)[name]
    if (pseudo !== undefined) return pseudo
    const parameter = stack.template.Parameters?.[name]
    if (parameter) return parameter.Default ?? ''
    return lookup.ref(stack, name)
  }

  const attribute = (stack: Stack, path: string): Json => {
    const dot = path.indexOf('.')
    return lookup.attribute(stack, path.slice(0, dot), path.slice(dot + 1))
  }

  const substitute = (stack: Stack, template: string, variables: Json | undefined): string =>
    template.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`
      const own = isObject(variables) ? variables[name] : undefined
      if (own !== undefined) return text(resolve(stack, own))
      return text(name.includes('.') ? attribute(stack, name) : reference(stack, name))
    })

  const condition = (stack: Stack, value: Json | undefined): boolean => {
    if (typeof value === 'string') return holds(stack, value)
    const [name, argument] = intrinsic(value) ?? []
    const parts = Array.isArray(argument) ? argument : []
    switch (name) {
      case 'Condition':
        return holds(stack, text(argument))
      case 'Fn::Equals':
        return text(resolve(stack, parts[0] ?? '')) === text(resolve(stack, parts[1] ?? ''))
      case 'Fn::Not':
        return !condition(stack, parts[0])
      case 'Fn::And':
        return parts.every((part) => condition(stack, part))
      case 'Fn::Or':
        return parts.some((part) => condition(stack, part))
      default:
        throw new Error(
          `${stack.name} has a condition that cannot be read: ${JSON.stringify(value)}`,
        )
    }
  }

  const holds = (stack: Stack, name: string | undefined): boolean =>
    name === undefined || condition(stack, stack.template.Conditions?.[name])

  const list = (stack: Stack, value: Json | undefined): Json[] => {
    const resolved = resolve(stack, value ?? [])
    return Array.isArray(resolved) ? resolved : []
  }

  const evaluate = (stack: Stack, name: string, argument: Json): Json | undefined => {
    const parts = Array.isArray(argument) ? argument : []
    switch (name) {
      case 'Ref':
        return reference(stack, text(argument))
      case 'Fn::GetAtt':
        return attribute(
          stack,
          Array.isArray(argument) ? argument.map(text).join('.') : text(argument),
        )
      case 'Fn::Sub':
        return Array.isArray(argument)
          ? substitute(stack, text(parts[0]), parts[1])
          : substitute(stack, text(argument), undefined)
      case 'Fn::Join':
        return list(stack, parts[1]).map(text).join(text(parts[0]))
      case 'Fn::Select':
        return list(stack, parts[1])[Number(text(resolve(stack, parts[0] ?? 0)))]
      case 'Fn::Split':
        return text(resolve(stack, parts[1] ?? '')).split(text(parts[0]))
      case 'Fn::If':
        return resolve(stack, (condition(stack, parts[0]) ? parts[1] : parts[2]) ?? null)
      case 'Fn::ImportValue':
        return importValue(text(resolve(stack, argument)))
      case 'Fn::GetStackOutput':
        return stackOutput(stack, argument)
      case 'Fn::GetAZs':
        return ZONES
      case 'Fn::Base64':
        return Buffer.from(text(resolve(stack, argument))).toString('base64')
      case 'Fn::FindInMap': {
        const [map, first, second] = parts.map((part) => text(resolve(stack, part)))
        const row = objectAt(stack.template.Mappings?.[map ?? ''], first ?? '')
        return row[second ?? '']
      }
      default:
        throw new Error(`${stack.name} uses ${name}, which the local cloud does not know.`)
    }
  }

  const resolve = (stack: Stack, value: Json): Json | undefined => {
    if (Array.isArray(value))
      return value.map((item) => resolve(stack, item)).filter((item) => item !== undefined)
    if (!isObject(value)) return value
    const found = intrinsic(value)
    if (found) return evaluate(stack, ...found)
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, inner]) => [key, resolve(stack, inner)] as const)
        .filter((entry): entry is [string, Json] => entry[1] !== undefined),
    )
  }

  return { resolve, holds }
}

/** The function's name and argument when the value is one; policies have `Condition` objects of their own. */
function intrinsic(value: Json | undefined): [name: string, argument: Json] | undefined {
  if (!isObject(value)) return undefined
  const [entry, ...others] = Object.entries(value)
  if (!entry || others.length > 0) return undefined
  const [name, argument] = entry
  const isReference = (name === 'Ref' || name === 'Condition') && typeof argument === 'string'
  return name.startsWith('Fn::') || isReference ? [name, argument] : undefined
}

const pseudoParameters = (stack: Stack): Record<string, Json> => ({
  'AWS::AccountId': ACCOUNT,
  'AWS::Region': REGION,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': stack.name,
  'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stack.name}/local`,
  'AWS::NotificationARNs': [],
})

/** How CloudFormation writes a value into text. */
export function text(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : textAt({ value }, 'value')
}
