import { expect, test } from 'vitest'
import { rolesOf } from '#contract/people/site-roles'

test.each([
  ['a list, as in the token', ['author'], ['learner', 'author']],
  ['text, as the gateway hands it on', 'author,other', ['learner', 'author']],
  ['text in brackets', '[other author]', ['learner', 'author']],
  [
    'an administrator, who may what an author may',
    '[admin, other]',
    ['learner', 'author', 'admin'],
  ],
  ['none', undefined, ['learner']],
  ['an empty text', '', ['learner']],
  ['names that only begin like a role', 'admins,authors,co-author', ['learner']],
  ['what no token has', { admin: true }, ['learner']],
])('%s', (_, groups, roles) => {
  expect(rolesOf(groups)).toEqual(roles)
})
