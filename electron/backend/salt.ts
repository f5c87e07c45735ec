/** A ledger's secret, and the hashes by which a returning customer or an erased name is recognised without keeping it. */
import { createHmac, randomBytes } from 'node:crypto'

export function newSalt(): string {
  return randomBytes(24).toString('base64')
}

/** Salted hash of an e-mail address; spelling in upper or lower case does not matter. Null for no address. */
export function hashOfCustomer(email: string, salt: string): string | null {
  const address = email.trim().toLowerCase()
  return address === '' ? null : saltedHash(address, salt)
}

/** 132 bits of a salted hash: enough never to meet by chance, and nothing can be read from them without the salt. */
export function saltedHash(text: string, salt: string): string {
  return createHmac('sha256', salt).update(text).digest('base64url').slice(0, 22)
}
