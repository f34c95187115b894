/** The demo's accounts: on one machine only, reachable from nowhere else. */
const account = (name: string) => ({
  username: `${name}@lectern.local`,
  password: 'Lectern-demo-2026',
})

export const accounts = {
  admin: account('admin'),
  author: account('author'),
  learner: account('learner'),
}
