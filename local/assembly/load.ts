import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from './json.ts'

export interface Resource {
  readonly Type: string
  readonly Properties?: JsonObject
  readonly Condition?: string
  readonly DependsOn?: string | string[]
  readonly Metadata?: JsonObject
}

export interface Template {
  readonly Parameters?: Record<string, JsonObject>
  readonly Conditions?: Record<string, Json>
  readonly Mappings?: Record<string, Json>
  readonly Resources?: Record<string, Resource>
  readonly Outputs?: Record<string, JsonObject>
}

export interface Stack {
  readonly name: string
  readonly template: Template
}

export interface Assembly {
  /** Every stack after the ones that it depends on. */
  readonly stacks: readonly Stack[]
  /** Where an asset's files are, by the object key that the templates know it by. */
  readonly assets: ReadonlyMap<string, string>
}

/** Reads a synthesized cloud assembly, stages within it included. */
export function loadAssembly(directory: string): Assembly {
  const stacks: Stack[] = []
  const assets = new Map<string, string>()
  visit(directory, stacks, assets)
  if (stacks.length === 0) throw new Error(`There is no stack in ${directory}. Synthesize first.`)
  return { stacks, assets }
}

function visit(directory: string, stacks: Stack[], assets: Map<string, string>): void {
  const artifacts = objectAt(readJson(join(directory, 'manifest.json')), 'artifacts')
  for (const name of inDependencyOrder(artifacts)) {
    const artifact = artifacts[name]
    const properties = objectAt(artifact, 'properties')
    switch (textAt(artifact, 'type')) {
      case 'aws:cloudformation:stack':
        stacks.push({
          name: textAt(properties, 'stackName') || name,
          template: readJson(join(directory, textAt(properties, 'templateFile'))) as Template,
        })
        break
      case 'cdk:asset-manifest':
        addAssets(directory, readJson(join(directory, textAt(properties, 'file'))), assets)
        break
      case 'cdk:cloud-assembly':
        visit(join(directory, textAt(properties, 'directoryName')), stacks, assets)
        break
    }
  }
}

function addAssets(directory: string, manifest: JsonObject, assets: Map<string, string>): void {
  for (const file of Object.values(objectAt(manifest, 'files'))) {
    const path = join(directory, textAt(objectAt(file, 'source'), 'path'))
    for (const destination of Object.values(objectAt(file, 'destinations')))
      if (existsSync(path)) assets.set(basename(textAt(destination, 'objectKey')), path)
  }
}

function inDependencyOrder(artifacts: JsonObject): string[] {
  const order = new Set<string>()
  const add = (name: string) => {
    if (order.has(name) || !isObject(artifacts[name])) return
    for (const dependency of listAt(artifacts[name], 'dependencies')) add(String(dependency))
    order.add(name)
  }
  Object.keys(artifacts).forEach(add)
  return [...order]
}

const readJson = (path: string): JsonObject => JSON.parse(readFileSync(path, 'utf8'))
