import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

const subscribe = (tell: () => void) => onlineManager.subscribe(tell)
const isOnline = () => onlineManager.isOnline()

/** Whether the browser has a network, as the queries know it. */
export const useIsOnline = (): boolean => useSyncExternalStore(subscribe, isOnline, isOnline)
