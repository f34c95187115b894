import { describe, expect, it } from 'vitest'
import { environments } from '#contract/platform/environment'
import { testApp } from '#test/support/app'

interface Resource {
  readonly Type: string
  readonly Properties?: {
    readonly Description?: unknown
    readonly Layers?: readonly unknown[]
    readonly Content?: { readonly S3Key: string }
  }
}

/** Each stack's template, with `layer` as the layer's one file. */
const templatesWith = (layer: string) =>
  testApp(
    {
      firstAdmin: { email: 'ada@school.example', name: 'Ada Lovelace' },
      canary: { course: 'caching' },
    },
    { layer },
  )
    .app.synth()
    .stacks.map(({ template }) => ({
      template,
      resources: Object.entries<Resource>(template.Resources ?? {}),
    }))
type Synthesized = ReturnType<typeof templatesWith>

const before = templatesWith('export const z = 1')
const after = templatesWith('export const z = 2')

const isOurs = (description: unknown) =>
  typeof description === 'string' && description.startsWith('Lectern ')
const ours = ([, { Type, Properties }]: [string, Resource]) =>
  Type === 'AWS::Lambda::Function' && isOurs(Properties?.Description)
const isLayer = ([, { Type, Properties }]: [string, Resource]) =>
  Type === 'AWS::Lambda::LayerVersion' && `${Properties?.Description}`.startsWith('Lectern runtime')
const layersIn = (synthesized: Synthesized) =>
  synthesized.flatMap(({ resources }) => resources.filter(isLayer))

describe('the runtime layer', () => {
  it("is every function's, by a reference within its own stack", () => {
    let functions = 0
    for (const { resources } of before) {
      const named = resources.filter(ours).map(([, fn]) => fn.Properties?.Layers)
      const [layer] = resources.filter(isLayer)
      functions += named.length
      for (const layers of named) expect(layers).toContainEqual({ Ref: layer?.[0] })
    }
    expect(functions).toBe(Object.keys(environments).length)
  })

  it('becomes another version where its content changes, in each stack', () => {
    const keys = (synthesized: Synthesized) =>
      layersIn(synthesized).map(([id, { Properties }]) => [id, Properties?.Content?.S3Key])
    expect(keys(before)).toHaveLength(before.filter(({ resources }) => resources.some(ours)).length)
    for (const [index, [id, key]] of keys(before).entries()) {
      expect(keys(after)[index]?.[0]).toBe(id)
      expect(keys(after)[index]?.[1]).not.toBe(key)
    }
  })

  it('is updated without a change of what one stack exports to another', () => {
    const shared = (synthesized: Synthesized) =>
      synthesized.map(({ template }) => ({
        outputs: template.Outputs,
        imports: JSON.stringify(template).match(/"Fn::ImportValue":"[^"]*"/g),
      }))
    const ids = layersIn(before).map(([id]) => id)
    expect(shared(before).some(({ imports }) => imports)).toBe(true)
    expect(JSON.stringify(shared(before))).not.toMatch(new RegExp(ids.join('|')))
    expect(shared(after)).toEqual(shared(before))
  })

  it('makes a new version of each function that answers people, so that the alias moves', () => {
    const versions = (synthesized: Synthesized) =>
      synthesized.flatMap(({ resources }) =>
        resources.filter(([, { Type }]) => Type === 'AWS::Lambda::Version').map(([id]) => id),
      )
    expect(versions(before).length).toBeGreaterThan(0)
    expect(versions(after).filter((id) => versions(before).includes(id))).toEqual([])
  })
})
