import { Target } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { leadAddress } from '../../../lib/ledger-address.ts'
import { useRevenueForms } from '../../../lib/revenue-forms.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import type { Tone } from '../../../ui/tone.ts'
import styles from './aside.module.css'
import { leadStartOf } from './lead-start.ts'

const STATUSES = ['open', 'won', 'lost'] as const
const TONES: Readonly<Record<(typeof STATUSES)[number], Tone>> = { open: 'accent', won: 'return', lost: 'neutral' }

/** What may become revenue of it, and what has. */
export function LeadsCard({ detail }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const show = useRevenueForms((state) => state.show)
  const add = () => show({ kind: 'lead', lead: null, start: leadStartOf(detail) })
  return (
    <Card
      title={t('leads.title')}
      aside={
        <Button size="s" icon={Target} onPress={add}>
          {t('leads.add')}
        </Button>
      }
    >
      {detail.leads.length === 0 ? (
        <p className={styles.hint}>{t('leads.empty')}</p>
      ) : (
        <ul className={styles.entries} aria-label={t('leads.title')}>
          {detail.leads.map(({ id, name, status, valueCents }) => {
            const known = STATUSES.find((one) => one === status) ?? 'open'
            return (
              <li key={id}>
                <TextLink href={leadAddress(id)}>{name}</TextLink>
                <Chip tone={TONES[known]}>{t(`leads.statuses.${known}`)}</Chip>
                <span className={styles.figure}>{format.moneyRounded(valueCents)}</span>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}
