import { FileClock, Handshake, Scale } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useAppCommands } from '../../lib/commands.ts'
import { SideCard } from './side-card.tsx'

/** What of billing is reached from anywhere. */
export function BillingGlobal() {
  const { t } = useTranslation('billing')
  const [, navigate] = useLocation()
  const commands = useMemo(
    () =>
      (
        [
          ['timesheet', FileClock],
          ['invoices', Handshake],
          ['results', Scale],
        ] as const
      ).map(([view, icon]) => ({
        id: `billing.${view}`,
        title: t(`commands.${view}`),
        group: t('commands.group'),
        icon,
        run: () => navigate(`/time/billing?view=${view}`),
      })),
    [t, navigate],
  )
  useAppCommands(commands)
  return <SideCard />
}
