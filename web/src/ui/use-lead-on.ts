import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'

/**
 * Leads on to what an answer has made, unless the person went elsewhere meanwhile: the page that they left stays until
 * the next one is loaded.
 */
export function useLeadOn() {
  const router = useRouter()
  const [begun] = useState(router.latestLocation.pathname)
  const leadOn: typeof router.navigate = async (options) => {
    if (router.latestLocation.pathname === begun) await router.navigate(options)
  }
  return leadOn
}
