import { useQuery } from '@tanstack/react-query'
import { Flame, ListChecks, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-aria-components'
import type { CrisisRow } from '../../../../shared/contract/crises.ts'
import { LEVEL_NAMES } from '../../../../shared/domain/crisis.ts'
import { api } from '../../../lib/api.ts'
import { crisisAddress, STANDING_ADDRESS } from '../../../lib/crisis-address.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { Page } from '../../../ui/page.tsx'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import { ModerationTabs } from '../moderation-tabs.tsx'
import styles from './crises.module.css'
import { useCrisisForms } from './crisis-forms.ts'
import { LEVEL_TONES } from './crisis-tones.ts'
import { useCrisisWords } from './use-crisis-words.ts'

/** All crises, open ones first. */
export function CrisisOverview() {
  const { t } = useTranslation(['crises', 'moderation'])
  const open = useCrisisForms((state) => state.open)
  const query = useQuery(api.moderation.crisisList.queryOptions())
  const prepare = (
    <LinkButton icon={ListChecks} href={STANDING_ADDRESS}>
      {t('standing.link')}
    </LinkButton>
  )
  const start = (
    <Button variant="primary" icon={Plus} onPress={() => open()}>
      {t('open.action')}
    </Button>
  )
  const isEmpty = query.data?.length === 0
  return (
    <Page
      title={t('moderation:title')}
      titleAside={<ModerationTabs />}
      actions={
        query.data &&
        !isEmpty && (
          <>
            {prepare}
            {start}
          </>
        )
      }
    >
      <QueryFrame query={query}>
        {(crises) =>
          crises.length === 0 ? (
            <EmptyState icon={Flame} title={t('empty.title')} primary={start} secondary={prepare}>
              {t('empty.text')}
            </EmptyState>
          ) : (
            <Crises crises={crises} />
          )
        }
      </QueryFrame>
    </Page>
  )
}

function Crises({ crises }: { readonly crises: readonly CrisisRow[] }) {
  const { t } = useTranslation('crises')
  const [open, closed] = [true, false].map((isOpen) => crises.filter(({ closedAt }) => (closedAt === null) === isOpen))
  return (
    <div className={styles.stack}>
      <Card title={t('overview.open')} isFlush>
        {open?.length === 0 ? (
          <p className={styles.nothing}>{t('overview.noneOpen')}</p>
        ) : (
          <ul className={styles.crises}>
            {open?.map((crisis) => (
              <OpenRow key={crisis.id} crisis={crisis} />
            ))}
          </ul>
        )}
      </Card>
      {closed !== undefined && closed.length > 0 && (
        <Card title={t('overview.closed')} isFlush>
          <ul className={styles.crises}>
            {closed.map((crisis) => (
              <ClosedRow key={crisis.id} crisis={crisis} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

function OpenRow({ crisis }: { readonly crisis: CrisisRow }) {
  const { t } = useTranslation('crises')
  const words = useCrisisWords()
  const now = useNow()
  const overdue = crisis.informBy.filter((by) => by < now).length
  const waiting = crisis.uninformed - overdue
  return (
    <li>
      <Link href={crisisAddress(crisis.id)} className={styles.crisis ?? ''}>
        <span className={styles.crisisHead}>
          <Chip tone={LEVEL_TONES[crisis.level]}>{t(`levels.${LEVEL_NAMES[crisis.level]}`)}</Chip>
          <b>{crisis.title}</b>
        </span>
        <span className={styles.crisisChips}>
          {overdue > 0 && <Chip tone="danger">{t('overview.overdue', { count: overdue })}</Chip>}
          {waiting > 0 && <Chip tone="warn">{t('overview.waiting', { count: waiting })}</Chip>}
        </span>
        <small>
          {t('overview.since', { span: words.spanIn(Math.max(0, (now - crisis.startedAt) / 1000)) })} ·{' '}
          {t('overview.conversations', { count: crisis.conversations })}
        </small>
        <small className={styles.crisisEnd}>
          {[
            crisis.openTasks > 0 ? t('overview.tasks', { count: crisis.openTasks }) : '',
            crisis.openCriteria > 0 ? t('overview.criteria', { count: crisis.openCriteria }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </Link>
    </li>
  )
}

function ClosedRow({ crisis }: { readonly crisis: CrisisRow }) {
  const { t } = useTranslation('crises')
  const format = useFormat()
  const words = useCrisisWords()
  const closedAt = crisis.closedAt ?? crisis.openedAt
  return (
    <li>
      <Link href={crisisAddress(crisis.id, 'after')} className={styles.crisis ?? ''}>
        <span className={styles.crisisHead}>
          <Chip>{t(`levels.${LEVEL_NAMES[crisis.level]}`)}</Chip>
          <b>{crisis.title}</b>
        </span>
        <span className={styles.crisisEnd}>
          {format.dayRange(words.dayOf(crisis.startedAt), words.dayOf(closedAt))}
        </span>
        <small>
          {t('overview.lasted', { span: words.span((closedAt - crisis.startedAt) / 1000) })} ·{' '}
          {t('overview.conversations', { count: crisis.conversations })}
        </small>
      </Link>
    </li>
  )
}
