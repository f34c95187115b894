import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import type { IConstruct } from 'constructs'
import { expect, test } from 'vitest'
import { testApp } from '#test/support/app'

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string
      readonly violatingConstructs: readonly { readonly constructPath?: string }[]
    }[]
  }[]
}

/** The rules acknowledged at a construct or around it. */
function acknowledged(construct: IConstruct): string[] {
  return construct.node.scopes.flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.keys(data)),
  )
}

/** Findings of the AwsSolutions rules that no acknowledgement beside the resource explains. */
function unexplained(form: 'none' | 'serverless' | 'nodes'): string[] {
  const { app } = testApp({
    valkey: { form },
    apiWebAcl: form !== 'none',
    firstAdmin: { email: 'ada@school.example', name: 'Ada Lovelace' },
    canary: { course: 'caching' },
  })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  try {
    app.synth()
  } catch {
    // Findings fail the synthesis; the report below has them.
  }
  const report: Report = JSON.parse(
    readFileSync(join(app.outdir, 'validation-report.json'), 'utf8'),
  )
  return report.pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.flatMap(({ constructPath = '' }) => {
        const construct = app.node.tryFindChild(constructPath.split('/')[0] ?? '')
        const at = construct?.node.findAll().find(({ node }) => node.path === constructPath)
        // `IAM5[Resource::*]` is one finding of the rule `IAM5`; a reason covers the rule's findings.
        const rule = ruleName.replace(/\[.*\]$/, '')
        const explained = at && acknowledged(at).some((id) => id.endsWith(rule) || id === ruleName)
        return explained ? [] : [`${constructPath}: ${ruleName}`]
      }),
    ),
  )
}

test.each(['none', 'serverless', 'nodes'] as const)(
  'every finding of the AWS Solutions rules is fixed or has its reason beside the resource, with %s for Valkey',
  (form) => {
    expect(unexplained(form)).toEqual([])
  },
)
