import { useTranslation } from 'react-i18next'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'

/** Applies all rules, or one of them, to what is open. */
export function useApplyRules(name?: string) {
  const { t } = useTranslation('moderationSetup')
  const format = useFormat()
  const command = useCommand(client.moderation.applyRules, {
    done: ({ receipt, changed }) => {
      if (!receipt.isUndoable) return t('rules.appliedNothing')
      if (changed === null) return t('rules.appliedBefore')
      const counted = { count: changed, formatted: format.number(changed) }
      return name === undefined ? t('rules.appliedAll', counted) : t('rules.applied', { name, ...counted })
    },
  })
  return { isRunning: command.isRunning, run: (id: number | null) => command.run({ id }) }
}
