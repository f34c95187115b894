/**
 * Code that the first calls of an environment need not have: it is loaded when something first asks for it. Where
 * Lambda makes the environment before there are calls, it is loaded at once, and nobody waits for it.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export const whenAsked = <T>(
  load: () => Promise<T>,
  initialisation = process.env.AWS_LAMBDA_INITIALIZATION_TYPE,
): (() => Promise<T>) => {
  let loading: Promise<T> | undefined
  const get = () => {
    loading ??= load().catch((error) => {
      loading = undefined
      throw error
    })
    return loading
  }
  // Whoever asks hears of what fails.
  if (initialisation === 'provisioned-concurrency') get().catch(() => undefined)
  return get
}
