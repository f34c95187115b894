import { useSyncExternalStore } from 'react'
import { getSession, type Session, subscribe } from './session.ts'

export const useSession = (): Session => useSyncExternalStore(subscribe, getSession)
