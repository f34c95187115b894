/** The namespace of all our metrics: several deployments may share an account. */
export const metricsNamespace = (stage: string) => `Lectern/${stage}`
