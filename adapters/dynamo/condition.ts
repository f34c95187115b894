/** Whether a write was refused because its condition did not hold; ElectroDB wraps the engine's error. */
const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ConditionalCheckFailedException' ||
    /conditional request failed/i.test(error.message) ||
    isConditionFailure(error.cause))

/** Whether a conditional write was done. */
export const unlessRefused = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write
    return true
  } catch (error) {
    if (isConditionFailure(error)) return false
    throw error
  }
}
