export const teamLimits = {
  /** Beside the owner: all of them are one page. */
  members: 50,
  /**
   * Cognito's filter takes 256 characters, with what stands around the address:
   * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
   */
  email: 200,
} as const
