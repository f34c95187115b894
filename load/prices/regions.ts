import { euCentral1 } from './eu-central-1.ts'
import type { Prices } from './prices.ts'
import { usEast1 } from './us-east-1.ts'

/** Another region is a file like these and a line here. */
const REGIONS: readonly Prices[] = [usEast1, euCentral1]

export const regions = REGIONS.map(({ region }) => region)

/** Of the region, or of one that is known and not far from it in price; `region` of the answer says whose they are. */
export const pricesOf = (region: string): Prices =>
  REGIONS.find((one) => one.region === region) ?? (region.startsWith('us-') ? usEast1 : euCentral1)
