/** Somebody who has an account on this site. */
export interface Person {
  readonly userId: string
  /** What others may read; empty of somebody who gave none, and never an address. */
  readonly name: string
}

/** Accounts of this site as its identity provider has them now; those alone that may sign in. */
export interface Accounts {
  /**
   * By the address that is shown to be theirs, in whatever case it is typed.
   * @throws TooManyRequests when the provider takes no more for the moment
   */
  byAddress(email: string): Promise<Person | null>
  byId(userId: string): Promise<Person | null>
}
