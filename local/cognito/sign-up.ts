import { isObject, type JsonObject } from '#local/assembly/json'
import type { Accounts } from './accounts.ts'

/** As the identity stack's pool has it; a test holds the two together. */
export const REQUIRED_ATTRIBUTES: readonly string[] = ['email', 'name']

/** The pool's shortest password. */
const PASSWORD_LENGTH = 12

export interface SignUpForm {
  readonly username: string
  readonly name: string
  readonly password: string
}

/** Makes an account that may sign in at once: no mail leaves this machine. A sentence when it cannot be made. */
export async function signUp(accounts: Accounts, form: SignUpForm): Promise<string | undefined> {
  if (!/^\S+@\S+$/.test(form.username)) return 'Enter an email address, such as lin@example.org.'
  if (!form.name.trim()) return 'Enter your name. Teachers and learners of your courses read it.'
  if (form.password.length < PASSWORD_LENGTH)
    return `Choose a password of at least ${PASSWORD_LENGTH} characters.`
  const isNew = await accounts.signUp({ ...form, name: form.name.trim() })
  return isNew ? undefined : 'There is an account with this email address. Sign in instead.'
}

/**
 * What Cognito answers to a `SignUp` that leaves out a required attribute
 * (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html).
 */
export function refuseSignUp(target: string, input: JsonObject): JsonObject | undefined {
  if (!target.endsWith('.SignUp')) return undefined
  const given = Array.isArray(input.UserAttributes) ? input.UserAttributes : []
  const missing = REQUIRED_ATTRIBUTES.filter(
    (name) => !given.some((it) => isObject(it) && it.Name === name && it.Value),
  )
  if (missing.length === 0) return undefined
  const reasons = missing.map((name) => `${name}: The attribute ${name} is required`)
  return {
    __type: 'InvalidParameterException',
    message: `Attributes did not conform to the schema: ${reasons.join(', ')}`,
  }
}
