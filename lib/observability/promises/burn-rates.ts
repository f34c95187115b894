import { Duration } from 'aws-cdk-lib'

/**
 * How many times as fast as it may a month's budget is used up, over a long window and still in a short one. So much
 * takes 2 % of the month's budget in an hour, or 5 % in six.
 * https://sre.google/workbook/alerting-on-slos/#6-multiwindow-multi-burn-rate-alerts
 */
export const burnRates = {
  Fast: { rate: 14.4, long: Duration.hours(1), short: Duration.minutes(5) },
  Slow: { rate: 6, long: Duration.hours(6), short: Duration.minutes(30) },
} as const

/**
 * A promise for 90 % leaves a tenth to go wrong, and more than ten times that cannot be: where three of four go wrong,
 * it is fast enough.
 */
const ENOUGH_PERCENT = 75

/** The share, in percent, above which a promise burns at this rate. */
export const burningShare = (rate: number, budgetPercent: number): number =>
  Math.min(Number((rate * budgetPercent).toFixed(4)), ENOUGH_PERCENT)
