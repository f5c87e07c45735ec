import { useTranslation } from 'react-i18next'
import type { ContactRow } from '../../../../shared/contract/privacy.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { Button } from '../../../ui/button.tsx'

interface BlockButtonProps {
  readonly contact: Pick<ContactRow, 'id' | 'pseudonym' | 'isBlocked'>
  readonly size?: 's' | 'm'
}

/** Notes that somebody was blocked on the network, or is no longer. */
export function BlockButton({ contact: { id, pseudonym, isBlocked }, size = 'm' }: BlockButtonProps) {
  const { t } = useTranslation('privacy')
  const set = useCommand(client.moderation.setContactBlocked, {
    done: t(isBlocked ? 'contacts.unblockedDone' : 'contacts.blockedDone', { name: pseudonym }),
  })
  return (
    <Button
      size={size}
      aria-label={`${t(isBlocked ? 'contacts.unblock' : 'contacts.block')}: ${pseudonym}`}
      isPending={set.isRunning}
      onPress={() => void set.run({ id, isBlocked: !isBlocked })}
    >
      {t(isBlocked ? 'contacts.unblock' : 'contacts.block')}
    </Button>
  )
}
