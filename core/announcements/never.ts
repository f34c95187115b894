/** When a draft comes out, as it is stored: after all that anybody asks for. So one order has all announcements. */
export const NEVER = '9999-12-31T23:59:59.999Z'
