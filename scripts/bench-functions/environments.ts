import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '#lib/app'

type Variables = Readonly<Record<string, string>>

/** What each function finds in its environment, by the stacks; what AWS alone knows has a placeholder. */
export const environmentsOf = (dist: string): Map<string, Variables> => {
  const webDist = join(dist, 'web')
  mkdirSync(webDist, { recursive: true })
  writeFileSync(join(webDist, 'index.html'), '<!doctype html>')
  // What renders the public pages is built with the client, and no start of another function loads it.
  const pages = join(dist, 'layers/pages')
  mkdirSync(pages, { recursive: true })
  writeFileSync(join(pages, 'none.mjs'), '')
  // No function, and so nothing that starts here.
  const canary = join(dist, 'canary')
  mkdirSync(canary, { recursive: true })
  writeFileSync(join(canary, 'canary.mjs'), '')
  const { app } = createApp({
    settings: {
      stages: {
        bench: {
          firstAdmin: { email: 'ada@school.example', name: 'Ada' },
          valkey: { form: 'none' },
          canary: { course: 'caching' },
        },
      },
    },
    stage: 'bench',
    functionsDist: join(dist, 'functions'),
    webDist,
    outdir: join(dist, 'cdk.out'),
  })
  return new Map(
    app.synth().stacks.flatMap(({ template }) =>
      Object.values<Resource>(template.Resources ?? {}).flatMap(({ Type, Properties }) => {
        const { Description, Environment } = Properties ?? {}
        if (Type !== 'AWS::Lambda::Function' || typeof Description !== 'string') return []
        const name = Description.replace('Lectern ', '')
        const variables = Object.entries(Environment?.Variables ?? {})
        return [[name, Object.fromEntries(variables.map(([key, value]) => [key, known(value)]))]]
      }),
    ),
  )
}

interface Resource {
  readonly Type: string
  readonly Properties?: {
    /** CDK's own functions have one that is known at deployment. */
    readonly Description?: unknown
    readonly Environment?: { readonly Variables?: Readonly<Record<string, unknown>> }
  }
}

/** A text that CloudFormation puts together keeps its shape, such as JSON's. */
function known(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Object && 'Fn::Join' in value) {
    const [between, parts] = value['Fn::Join'] as [string, unknown[]]
    return parts.map(known).join(between)
  }
  return 'known-at-deployment'
}
