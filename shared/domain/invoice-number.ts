/** Numbers of invoices go on where the last one stopped. */

/**
 * The number after this one: its last group of digits grows by one and keeps its leading zeros ("R-2026-009" → "R-2026-010"). Null
 * where it has no digits at its end.
 */
export function nextInvoiceNumber(number: string): string | null {
  const digits = /\d+$/.exec(number)?.[0]
  if (digits === undefined) return null
  const next = String(BigInt(digits) + 1n).padStart(digits.length, '0')
  return number.slice(0, number.length - digits.length) + next
}
