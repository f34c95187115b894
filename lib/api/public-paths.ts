import { allRoutes } from '#contract/routes'
import { PAGES } from './page-paths.ts'

/** An expression for the paths of the routes that nobody's token is checked for, with the stage's name or without. */
export const publicPaths = (): string => {
  const paths = allRoutes
    .filter(({ access }) => access === 'public')
    .map(({ path }) => path)
    .concat(PAGES)
    .map((path) => path.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+'))
  return `^(/api)?(${[...new Set(paths)].join('|')})/?$`
}
