import type { Template } from 'aws-cdk-lib/assertions'

interface Resource {
  readonly Properties: Readonly<Record<string, unknown>>
}

/** What CloudWatch would tell of a template's alarms, in us-east-1. */
export class AlarmRules {
  readonly #alarms: Record<string, Resource>
  readonly #pages: Record<string, Resource>

  constructor(template: Template) {
    const find = (type: string) =>
      Object.fromEntries(
        Object.entries(template.findResources(type)).map(([id, { Properties }]) => [
          id,
          { Properties },
        ]),
      )
    this.#alarms = find('AWS::CloudWatch::Alarm')
    this.#pages = find('AWS::CloudWatch::CompositeAlarm')
  }

  /** The metric alarms of a section of the runbook. */
  of(section: string): string[] {
    return Object.entries(this.#alarms).flatMap(([id, { Properties }]) =>
      `${Properties.AlarmDescription}`.endsWith(`#${section}`) ? [id] : [],
    )
  }

  /** The sections of the pages that speak while these metric alarms ring. */
  told(ringing: readonly string[]): string[] {
    const speaks = ({ Properties }: Resource) =>
      Properties.AlarmActions !== undefined &&
      !(Properties.ActionsSuppressor && this.#rings(idOf(Properties.ActionsSuppressor), ringing))
    return [...Object.entries(this.#pages), ...Object.entries(this.#alarms)].flatMap(
      ([id, resource]) =>
        this.#rings(id, ringing) && speaks(resource)
          ? [`${resource.Properties.AlarmDescription}`.replace(/^.*#/, '')]
          : [],
    )
  }

  /** Whether somebody is told of a metric alarm: by itself or by a page. */
  reaches(id: string): boolean {
    return (
      this.#alarms[id]?.Properties.AlarmActions !== undefined ||
      Object.values(this.#pages).some(
        ({ Properties }) =>
          Properties.AlarmActions !== undefined && ruleOf(Properties).includes(`ALARM("${id}")`),
      )
    )
  }

  #rings(id: string, ringing: readonly string[]): boolean {
    const page = this.#pages[id]
    if (!page) return ringing.includes(id)
    const rule = ruleOf(page.Properties).replace(/ALARM\("(\w+)"\)/g, (_, of: string) =>
      this.#rings(of, ringing) ? 'T' : 'F',
    )
    return holds(rule)
  }
}

/** Of `T`, `F`, brackets, AND and OR. Each step takes the innermost bracket. */
function holds(rule: string): boolean {
  const inner = /\(([^()]*)\)/.exec(rule)
  if (inner) return holds(rule.replace(inner[0], holds(inner[1] ?? '') ? 'T' : 'F'))
  return rule.split(' OR ').some((all) => all.split(' AND ').every((one) => one.trim() === 'T'))
}

const idOf = (reference: unknown): string =>
  /"Fn::GetAtt":\["(\w+)","Arn"\]/.exec(JSON.stringify(reference))?.[1] ?? ''

function ruleOf({ AlarmRule }: Resource['Properties']): string {
  const here = AlarmRule as { 'Fn::If'?: readonly unknown[]; 'Fn::Join'?: [string, unknown[]] }
  if (here['Fn::If']) return ruleOf({ AlarmRule: here['Fn::If'][1] })
  return (here['Fn::Join']?.[1] ?? [])
    .map((part) => (typeof part === 'string' ? part : idOf(part)))
    .join('')
}
