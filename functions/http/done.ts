/** The answer of a verb whose route has no body. */
export const done = async (work: Promise<void>) => {
  await work
  return { body: undefined }
}
