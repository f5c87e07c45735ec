/** Hours and cost by what they were for. */
export function TimeReport() {
  return null
}
