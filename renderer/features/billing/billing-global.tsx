/** What of billing is reached from anywhere. */
export function BillingGlobal() {
  return null
}
