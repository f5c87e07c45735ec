import { MAX_RATE_CENTS_PER_HOUR } from '../../shared/domain/labour-cost.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { openNamedLedger } from './backend-for-cli.ts'
import { UsageError } from './arguments.ts'
import type { CommandRun } from './command-run.ts'

/** Sets what an hour costs from a day on, for one person or for everyone without a rate of their own. */
export async function rateCommand(run: CommandRun): Promise<number> {
  const { options, texts, print } = run
  const validFrom = options.requiredDay('from')
  const centsPerHour = options.hundredths('per-hour', 'expectedAmount', MAX_RATE_CENTS_PER_HOUR)
  if (centsPerHour === undefined) throw new UsageError(texts.say('missingOption', { name: 'per-hour' }))
  const client = await openNamedLedger(run)
  const name = options.text('person')
  const { personId, isNew } = name === undefined ? { personId: null, isNew: false } : await personNamed(client, name)
  await client.settings.setRate({ commandId: crypto.randomUUID(), personId, validFrom, centsPerHour, basis: null })
  const { currency } = await client.settings.ledger()
  print(
    texts.say('rateSet', {
      day: validFrom,
      amount: texts.money(centsPerHour, currency),
      who: name ?? texts.say('everyone'),
    }),
  )
  const { months } = await client.ledger.months()
  const closed = months.filter(({ status }) => status === 'closed').map(({ month }) => month)
  const last = closed.toSorted().at(-1)
  // Success alone would let one believe that closed months cost something else now.
  if (last !== undefined && validFrom.slice(0, 7) <= last) print(texts.say('rateClosed', { month: last }))
  if (isNew && name !== undefined) print(texts.say('newPerson', { name }))
  return 0
}

async function personNamed(client: Client, name: string): Promise<{ personId: number | null; isNew: boolean }> {
  const { people } = await client.settings.people()
  const known = people.find((person) => person.name.toLowerCase() === name.toLowerCase())
  if (known) return { personId: known.id, isNew: false }
  const receipt = await client.settings.addPerson({ commandId: crypto.randomUUID(), name })
  return { personId: receipt.recordId, isNew: true }
}
