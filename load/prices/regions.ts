import { euCentral1 } from './eu-central-1.ts'
import type { Prices } from './prices.ts'
import { usEast1 } from './us-east-1.ts'

/** Another region is a file like these and a line here. */
const REGIONS: readonly Prices[] = [usEast1, euCentral1]

export const regions = REGIONS.map(({ region }) => region)

/** @throws Error whose sentence names the regions whose prices are known */
export function pricesOf(region: string): Prices {
  const found = REGIONS.find((one) => one.region === region)
  if (!found)
    throw new Error(`No prices of "${region}" are known. Known are: ${regions.join(', ')}.`)
  return found
}
