import { useQuery } from '@tanstack/react-query'
import { siteConfig } from '#web/people/site-config.ts'
import { fileKey } from './file-key.ts'

/** What this site says of itself, which does not change while a page is open. */
export const useSiteConfig = () =>
  useQuery({
    queryKey: fileKey('/config.json'),
    queryFn: siteConfig,
    staleTime: Number.POSITIVE_INFINITY,
  })
