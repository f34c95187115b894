/**
 * Where Lambda unpacks a function's layers. Node looks for no packages there when an ES module imports, so
 * what a function imports of a layer has its whole path.
 * https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html
 * https://nodejs.org/api/esm.html#no-node_path
 */
export const MOUNT = '/opt'

/** A package's file within the layer, without its ending. */
export const entryOf = (specifier: string): string => `nodejs/${specifier}`

/** `zod` → `/opt/nodejs/zod.mjs`, where the layer is mounted at `/opt`. */
export const addressOf = (specifier: string, mount: string): string =>
  `${mount}/${entryOf(specifier)}.mjs`

/** `/opt/nodejs/zod.mjs` → `zod`; nothing for what is not of the layer. */
export const specifierOf = (address: string, mount: string): string | null =>
  address.startsWith(`${mount}/${entryOf('')}`)
    ? address.slice(addressOf('', mount).length - '.mjs'.length, -'.mjs'.length)
    : null
