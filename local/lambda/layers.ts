import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Cloud } from '#local/assembly/cloud'
import { type JsonObject, listAt, objectAt, textAt } from '#local/assembly/json'

/** Where Lambda unpacks a function's layers. */
const MOUNT = '/opt/'

/** Lambda's quotas of a function: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MOST_LAYERS = 5
/** The function's own code and its layers, unzipped. */
const MOST_MEGABYTES = 250

/** The folders of a function's layers in their order; refuses what Lambda refuses. */
export function layersOf(
  cloud: Cloud,
  fn: { readonly name: string; readonly bundle: string; readonly properties: JsonObject },
): string[] {
  const arns = listAt(fn.properties, 'Layers').map(String)
  if (arns.length > MOST_LAYERS)
    throw new Error(
      `${fn.name} has ${arns.length} layers, and Lambda takes ${MOST_LAYERS}. Put their content into fewer.`,
    )
  const versions = cloud.ofType('AWS::Lambda::LayerVersion')
  const folders = arns.map((arn) => {
    const version = versions.find(({ ref }) => ref === arn)
    const content = objectAt(version?.properties, 'Content')
    const folder = cloud.assets.get(textAt(content, 'S3Key'))
    if (!folder) throw new Error(`${fn.name} has the layer ${arn}, which no stack declares.`)
    return folder
  })
  const megabytes =
    [fn.bundle, ...folders].reduce((sum, folder) => sum + weigh(folder), 0) / 2 ** 20
  if (megabytes > MOST_MEGABYTES)
    throw new Error(
      `${fn.name} and its layers have ${Math.ceil(megabytes)} MB, and Lambda takes ${MOST_MEGABYTES}. Bundle less.`,
    )
  return folders
}

/**
 * The file that a function means by a path below `/opt`: that of the last layer that holds it, as layers are
 * unpacked one over the other. https://docs.aws.amazon.com/lambda/latest/dg/adding-layers.html
 */
export function fileInLayers(layers: readonly string[], path: string): string | null {
  if (!path.startsWith(MOUNT)) return null
  const files = layers.map((layer) => join(layer, path.slice(MOUNT.length)))
  const file = files.findLast((candidate) => existsSync(candidate))
  if (file) return file
  throw new Error(`None of the function's ${layers.length} layers holds ${path}. Build again.`)
}

const weigh = (folder: string): number =>
  globSync('**/*', { cwd: folder })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0)
