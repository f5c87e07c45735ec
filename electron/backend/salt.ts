/** A ledger's secret, and the hashes by which a returning customer is recognised without keeping the address. */
import { createHmac, randomBytes } from 'node:crypto'

export function newSalt(): string {
  return randomBytes(24).toString('base64')
}

/** Salted hash of an e-mail address; spelling in upper or lower case does not matter. Null for no address. */
export function hashOfCustomer(email: string, salt: string): string | null {
  const address = email.trim().toLowerCase()
  return address === '' ? null : createHmac('sha256', salt).update(address).digest('base64url').slice(0, 22)
}
