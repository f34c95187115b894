import { callOf } from './calls.ts'
import type { ArtilleryStep } from './step.ts'

/** A small lecture goes up, as the web client sends one: in their order, by the routes that they begin with. */
export const upload: Readonly<
  Record<'startUpload' | 'signParts' | 'completeUpload' | 'abortUpload', readonly ArtilleryStep[]>
> = {
  startUpload: callOf('startUpload'),
  signParts: [
    ...callOf('signParts'),
    { put: { name: 'part', url: '{{ partUrl }}', beforeRequest: ['fillPart'] } },
  ],
  completeUpload: callOf('completeUpload'),
  abortUpload: [],
}
