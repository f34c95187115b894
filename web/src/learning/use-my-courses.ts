import { useQuery } from '@tanstack/react-query'
import { call, routes } from '../api/client.ts'

export const useMyCourses = (enabled: boolean) =>
  useQuery({
    queryKey: ['my-courses'],
    queryFn: () => call(routes.listMyCourses, { query: { limit: 100 } }),
    enabled,
  })
