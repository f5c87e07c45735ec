import { useQuery } from '@tanstack/react-query'
import { FileClock, FileText, Lock } from 'lucide-react'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { BilledClient } from '../../../shared/contract/billing-records.ts'
import { lastDayOf, monthOf, type Period } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Columns } from '../../ui/page.tsx'
import { Figure, Sentence } from '../../ui/sentence.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { type BillingAddress, periodOf, timesheetAddress } from './billing-view.ts'
import styles from './billing.module.css'
import { InvoiceForm } from './invoice-form.tsx'
import { ProjectsCard } from './projects-card.tsx'
import { RatesCard } from './rates-card.tsx'
import { RetainerCard } from './retainer-card.tsx'
import { RetainerMonths } from './retainer-months.tsx'
import { RoundingCard } from './rounding-card.tsx'

export interface ClientPanelProps {
  readonly id: number
  readonly address: BillingAddress
}

/** Everything about one client. */
export function ClientPanel({ id, address }: ClientPanelProps) {
  const describe = useErrorTexts()
  const query = useQuery(api.billing.client.queryOptions({ input: { id, month: address.month } }))
  if (query.error && !query.data) return <ErrorPanel error={describe(query.error)} />
  if (!query.data) return <Skeleton lines={4} height={320} />
  const { client, rates, retainers, months } = query.data
  return (
    <div className={styles.stack}>
      <MonthCard client={client} address={address} />
      <Columns template="repeat(2, minmax(0, 1fr))">
        <div className={styles.stack}>
          <RetainerCard client={client} retainers={retainers} address={address} />
          <ProjectsCard clientId={id} name={client.name} />
        </div>
        <div className={styles.stack}>
          <OpenCard client={client} address={address} />
          <RatesCard
            clientId={id}
            name={client.name}
            rates={rates}
            centsPerHour={client.centsPerHour}
            today={address.today}
          />
          <RoundingCard client={client} />
        </div>
      </Columns>
      {months.length > 1 && <RetainerMonths months={months.toReversed()} />}
    </div>
  )
}

interface ClientCardProps {
  readonly client: BilledClient
  readonly address: BillingAddress
}

function MonthCard({ client, address }: ClientCardProps) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { month, retainer, amountCents } = client
  const notBillable = month.rawSeconds - month.billableSeconds
  const fee = retainer?.feeCents ?? 0
  return (
    <Card
      title={client.name}
      aside={format.month(address.month)}
      footer={
        <div className={styles.actions}>
          <LinkButton icon={FileClock} href={timesheetAddress(client.id, periodOf(address.month))}>
            {t('card.timesheet')}
          </LinkButton>
          <LinkButton
            icon={FileText}
            variant="quiet"
            href={`/time/billing?view=report&client=${client.id}&from=${periodOf(address.month).from}&to=${periodOf(address.month).to}`}
          >
            {t('card.report')}
          </LinkButton>
        </div>
      }
    >
      <div className={styles.stack}>
        <Sentence
          size="m"
          detail={
            fee > 0 ? t('card.amountOf', { fee: format.money(fee), hours: format.money(month.cents) }) : undefined
          }
        >
          {month.rawSeconds === 0 && fee === 0 ? (
            t('card.sentenceNothing', { month: format.month(address.month) })
          ) : (
            <Trans
              t={t}
              i18nKey="card.sentence"
              values={{ amount: format.money(amountCents), billed: format.duration(month.billedSeconds) }}
              components={{ figure: <Figure tone="return">{''}</Figure> }}
            />
          )}
        </Sentence>
        {month.rawSeconds > 0 && (
          <KeyValues
            items={[
              { label: t('card.raw'), value: format.duration(month.rawSeconds) },
              { label: t('card.billed'), value: format.duration(month.billedSeconds) },
              notBillable > 0 ? { label: t('card.notBillable'), value: format.duration(notBillable) } : null,
              { label: t('card.amount'), value: format.money(amountCents) },
            ]}
          />
        )}
        {month.unpricedSeconds > 0 && (
          <p className={styles.warn}>{t('card.unpriced', { hours: format.duration(month.unpricedSeconds) })}</p>
        )}
      </div>
    </Card>
  )
}

/** What of the client's work no invoice holds yet. */
function OpenCard({ client, address }: ClientCardProps) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const [period, setPeriod] = useState<Period | null>(null)
  const { open } = client
  const isOpen = open.from !== null
  const suggested = (): Period => {
    const from = open.from ?? periodOf(address.month).from
    const last = lastDayOf(monthOf(address.today))
    return { from, to: from > last ? from : last }
  }
  return (
    <Card
      title={t('card.open')}
      aside={open.from !== null && t('card.openSince', { day: format.day(open.from) })}
      {...(isOpen && {
        footer: (
          <Button icon={Lock} onPress={() => setPeriod(suggested())}>
            {t('card.invoice')}
          </Button>
        ),
      })}
    >
      {isOpen ? (
        <KeyValues
          items={[
            { label: t('card.openHours'), value: format.duration(open.billedSeconds) },
            { label: t('card.openAmount'), value: format.money(open.cents) },
            open.fees.length > 0
              ? { label: t('card.openFees', { count: open.fees.length }), value: format.money(open.feeCents) }
              : null,
            { label: t('card.openSum'), value: format.money(open.cents + open.feeCents) },
          ]}
        />
      ) : (
        <p className={styles.note}>{t('card.openNothing')}</p>
      )}
      {open.unpricedSeconds > 0 && (
        <p className={styles.warn}>{t('card.unpriced', { hours: format.duration(open.unpricedSeconds) })}</p>
      )}
      {period && <InvoiceForm client={client} period={period} today={address.today} onClose={() => setPeriod(null)} />}
    </Card>
  )
}
