/**
 * S3's answers to a conditional write that another overtook: the object is there, or is being written at this moment.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
const OVERTAKEN = ['PreconditionFailed', 'ConditionalRequestConflict']

export const isOvertaken = (error: unknown): boolean =>
  error instanceof Error && OVERTAKEN.includes(error.name)
