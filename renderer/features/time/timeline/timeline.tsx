/** Day and week as a timeline. */
export function Timeline() {
  return null
}
