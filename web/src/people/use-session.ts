import { useSyncExternalStore } from 'react'
import { getSession, type Session, subscribe } from './session.ts'

/** Nobody is known where a page is made, and so at first where it is taken over. */
const nobody: Session = { state: 'signed-out' }

export const useSession = (): Session => useSyncExternalStore(subscribe, getSession, () => nobody)
