/** Time as a port, so that rules about time can be tested. */
export interface Clock {
  now(): Date
}
