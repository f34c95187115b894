import { MediaConvertClient } from '@aws-sdk/client-mediaconvert'
import { FOR_A_NARROW_DOOR } from '#adapters/platform/client-settings'

/** Patient, for MediaConvert takes a few requests a second from a whole account, and a folder may bring hundreds. */
export const openMediaConvert = () => new MediaConvertClient(FOR_A_NARROW_DOOR)
