/** What the API's functions count of calls that fail, by the one dimension `code`: an `ErrorCode`. */
export const failureMetrics = { failures: 'Failures', code: 'code' } as const
