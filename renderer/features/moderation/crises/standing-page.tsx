import { useQuery } from '@tanstack/react-query'
import { ChevronLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../lib/api.ts'
import { CRISES_ADDRESS } from '../../../lib/crisis-address.ts'
import { LinkButton } from '../../../ui/link-button.tsx'
import { Columns, Page } from '../../../ui/page.tsx'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import { CheckCard } from './check-card.tsx'
import { ContactCard } from './contact-card.tsx'
import styles from './crises.module.css'

/** What is prepared while all is calm: the lists every crisis starts with. */
export function StandingPage() {
  const { t } = useTranslation('crises')
  const query = useQuery(api.moderation.crisisStanding.queryOptions())
  return (
    <Page title={t('standing.title')}>
      <div className={styles.views}>
        <LinkButton variant="quiet" size="s" icon={ChevronLeft} href={CRISES_ADDRESS}>
          {t('file.back')}
        </LinkButton>
        <p className={styles.hint}>{t('standing.intro')}</p>
      </div>
      <QueryFrame query={query}>
        {({ contacts, checks }) => (
          <Columns template="minmax(0, 1fr) minmax(0, 1fr)">
            <ContactCard crisisId={null} contacts={contacts} />
            <div className={styles.stack}>
              <CheckCard crisisId={null} list="task" checks={checks} />
              <CheckCard crisisId={null} list="calm" checks={checks} />
            </div>
          </Columns>
        )}
      </QueryFrame>
    </Page>
  )
}
