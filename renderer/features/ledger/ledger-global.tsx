export function LedgerGlobal() {
  return null
}
