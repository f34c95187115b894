/**
 * How a deployment is built. `small` does without what is paid by the hour: no warm environments, no Valkey and so no
 * network with its endpoints, no cache in the gateway, few alarms. The others differ in numbers alone.
 */
export const profiles = ['small', 'standard', 'large'] as const
export type Profile = (typeof profiles)[number]
