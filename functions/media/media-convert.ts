import { MediaConvertClient } from '@aws-sdk/client-mediaconvert'

/** Patient, for MediaConvert takes a few requests a second from a whole account, and a folder may bring hundreds. */
export const openMediaConvert = () =>
  new MediaConvertClient({ maxAttempts: 10, retryMode: 'adaptive' })
