/** Whether a write was refused because its condition did not hold; ElectroDB wraps the engine's error. */
export const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ConditionalCheckFailedException' ||
    /conditional request failed/i.test(error.message) ||
    isConditionFailure(error.cause))
