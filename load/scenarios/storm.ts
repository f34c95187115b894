import type { Burst } from '#load/model/bursts'
import { entriesOf } from '#load/model/session'
import { callOf, fetchOf } from './calls.ts'
import type { ArtilleryScenario } from './step.ts'

/**
 * Everybody signs in anew within a minute, as after a key was changed or in rooms whose machines keep nobody's sign-in. A
 * load's alone: the plan takes sign-ins from the bursts of the model.
 */
export const storm: Burst = {
  name: 'everybody signs in within a minute',
  shareOfUsers: 1,
  withinSeconds: 60,
  signIns: 1,
  // As of whoever comes to their courses.
  calls: { listMyCourses: 1, getMyWeek: 1 },
  files: { page: 1 },
  after: { minutes: 0, plays: 0, callsPerMinute: {} },
}

/**
 * The page, a password at Cognito and a person's own courses. Asked is Cognito's API, which has the quota of its pages and
 * no form to fill in; who is refused does not come in.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
 */
export const scenarioOfStorm = (): ArtilleryScenario => ({
  name: storm.name,
  weight: 1,
  flow: [
    { function: 'becomeNewcomer' },
    fetchOf('page', '/', ['measurePage']),
    {
      post: {
        name: 'signIn',
        url: '{{ signInUrl }}',
        beforeRequest: ['writePassword'],
        afterResponse: ['measureSignIn', 'keepToken'],
      },
    },
    ...entriesOf(storm.calls).flatMap(([id]) => callOf(id)),
  ],
})
