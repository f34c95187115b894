export function median(of: readonly number[]): number {
  const values = [...of].sort((a, b) => a - b)
  const middle = values.length / 2
  return ((values[Math.floor(middle)] ?? 0) + (values[Math.ceil(middle - 1)] ?? 0)) / 2
}
