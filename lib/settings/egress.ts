/** CloudFront’s, of each of a month's first 10 TB, North America: https://aws.amazon.com/cloudfront/pricing/ (November 2026). */
export const EGRESS_USD_PER_GB = 0.085
/** Between the rungs of 480 and 720 lines, which most screens get. */
const MEAN_BITS_PER_SECOND = 1_500_000

/** What sending an hour of video to a viewer costs, by estimate, for the report of the site. */
export const EGRESS_USD_PER_HOUR = ((MEAN_BITS_PER_SECOND * 3600) / 8 / 1e9) * EGRESS_USD_PER_GB
