import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCloud } from '#local/assembly/cloud'
import { identities } from '#local/cloud/open-cloud'
import { portsFrom } from '#local/http/ports'
import { functionsOf } from '#local/lambda/function'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-layers-'))
  writeFileSync(join(folder, 'index.mjs'), '')
})
afterEach(() => rmSync(folder, { recursive: true }))

const layersOfFunction = (names: readonly string[]) => {
  const layer = {
    Type: 'AWS::Lambda::LayerVersion',
    Properties: { Content: { S3Key: 'asset.zip' } },
  }
  const stack = {
    name: 'Lectern-test-Api',
    template: {
      Resources: {
        A: layer,
        B: layer,
        Fn: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            Handler: 'index.handler',
            Code: { S3Key: 'asset.zip' },
            Layers: names.map((name) => ({ Ref: name })),
          },
        },
      },
    },
  }
  const cloud = createCloud(
    { stacks: [stack], assets: new Map([['asset.zip', folder]]) },
    { ports: portsFrom(4200), identities },
  )
  return functionsOf(cloud, () => ({})).map(({ layers }) => layers)
}

it('finds the folders of the layers that a function names', () => {
  expect(layersOfFunction(['A', 'B'])).toEqual([[folder, folder]])
  expect(layersOfFunction([])).toEqual([[]])
})

it('refuses a sixth layer, as Lambda does', () => {
  expect(layersOfFunction(Array(5).fill('A'))).toHaveLength(1)
  expect(() => layersOfFunction(Array(6).fill('A'))).toThrow('6 layers, and Lambda takes 5')
})

it('refuses more than 250 MB of code and layers together, as Lambda does', () => {
  truncateSync(join(folder, 'index.mjs'), 125 * 2 ** 20)
  expect(layersOfFunction(['A'])).toHaveLength(1)
  truncateSync(join(folder, 'index.mjs'), 125 * 2 ** 20 + 1)
  expect(() => layersOfFunction(['A'])).toThrow('251 MB, and Lambda takes 250')
})
