import { useTranslation } from 'react-i18next'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'

/** Starts again what an earlier entry says; what runs is ended with the same step. Resolves with whether it was done. */
export function useContinueEntry(): (entryId: number) => Promise<boolean> {
  const { t } = useTranslation('timer')
  const { run } = useCommand(client.time.continue, { done: t('done.continued') })
  return async (id) => (await run({ id })) !== null
}
