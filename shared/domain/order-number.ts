/** Finds the number of an order in what somebody wrote about it. */

/** After a word that says so ("Bestellung 2107", "order no. A-2107"), or after a number sign ("#2107"). */
const SAID =
  /(?:^|[^\p{L}])(?:bestell|auftrags?|order)[-\s]{0,2}(?:ung|nummer|number|nr|no|id)?\.?\s{0,2}(?:(?:nummer|number|nr|no|id)\.?)?\s{0,3}[:#]?\s{0,2}(\p{L}{0,3}-?\d{3,12})(?![\p{L}\d])/iu
const SIGNED = /(?:^|[\s(])#(\p{L}{0,3}-?\d{3,12})(?![\p{L}\d])/iu

/**
 * The order number a text names, without its sign: of several the first that is said to be one, else the first behind a number sign. Null where
 * there is none: a bare number may be anything. Never throws; linear in the length.
 */
export function orderNumberIn(text: string): string | null {
  return SAID.exec(text)?.[1] ?? SIGNED.exec(text)?.[1] ?? null
}
