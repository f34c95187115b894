/** A lectern: the slanted desk, its post and foot. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0f6e66" />
      <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
        <path d="M7 14.5 24.5 8.5" />
        <path d="M9 13.8v2.7h7l7-2.9V9" />
        <path d="M16 16.5V25" />
        <path d="M11.5 25h9" />
      </g>
    </svg>
  )
}
