/** Entries with filters, selection and bulk changes. */
export function TimeList() {
  return null
}
