export function TeachPage() {
  return null
}
