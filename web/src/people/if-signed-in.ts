import { getSession, restoreSession } from './session.ts'

/** Asks what only somebody signed in is answered, once it is known whether they are. */
export async function ifSignedIn(ask: () => Promise<unknown>): Promise<void> {
  await restoreSession()
  if (getSession().state === 'signed-in') await ask()
}
