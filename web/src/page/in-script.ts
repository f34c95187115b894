/** A value as JSON within a script element, which ends at `</script` and turns odd at `<!--`, whatever they stand in. */
export const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
