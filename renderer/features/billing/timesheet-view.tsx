import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronLeft, ChevronRight, FileClock, FileText, Lock, Sheet } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_TIMESHEET_ENTRIES } from '../../../shared/domain/billing-statement.ts'
import { addMonths, firstDayOf, isDay, monthOf, type Period } from '../../../shared/domain/day.ts'
import { api, client as backend } from '../../lib/api.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateRangePicker } from '../../ui/date-range-picker.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Page } from '../../ui/page.tsx'
import { PaperActions } from '../../ui/paper-actions.tsx'
import { Paper, PaperControls } from '../../ui/paper.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { type BillingAddress, periodOf } from './billing-view.ts'
import styles from './billing.module.css'
import { InvoiceForm } from './invoice-form.tsx'
import { NoClient } from './no-client.tsx'
import { SHEET_OPTIONS, type SheetOption, type SheetQuestion, useSheetQuestion } from './use-sheet-question.ts'

export interface TimesheetViewProps {
  readonly tabs?: ReactNode
  readonly address?: BillingAddress
}

/** The timesheet of a client as it will be printed, with what decides about it above. */
export function TimesheetView({ tabs }: TimesheetViewProps) {
  const { t } = useTranslation('billing')
  const question = useSheetQuestion()
  if (question && question.clientId !== null)
    return <OpenSheet {...question} clientId={question.clientId} tabs={tabs} />
  return (
    <Page title={t('views.timesheet')} titleAside={tabs}>
      {question === undefined ? (
        <Skeleton height={600} />
      ) : (
        <NoClient icon={FileClock} title={t('sheet.noClient')}>
          {t('sheet.noClientText')}
        </NoClient>
      )}
    </Page>
  )
}

interface OpenSheetProps extends SheetQuestion {
  readonly clientId: number
  readonly tabs?: ReactNode
}

function OpenSheet(props: OpenSheetProps) {
  const { clientId, period, language, invoiceId, options, tabs, clients, today } = props
  const { t } = useTranslation('billing')
  const [isInvoicing, setIsInvoicing] = useState(false)
  const input = {
    clientId,
    period,
    language,
    ...(invoiceId !== null && { invoiceId }),
    hasNotes: options.notes,
    hasPeople: options.people,
    isOnlyBillable: options.billable,
    isOnlyOpen: options.open,
  }
  const query = useQuery(api.billing.timesheet.queryOptions({ input, placeholderData: keepPreviousData }))
  const sheet = query.error ? undefined : query.data
  const client = clients.find(({ id }) => id === clientId)
  const save = (kind: 'html' | 'csv') => () =>
    void saveFile((each) => backend.billing.timesheetFile({ ...input, kind }, each))
  return (
    <Page
      title={t('views.timesheet')}
      titleAside={tabs}
      actions={
        sheet && (
          <>
            {client && invoiceId === null && (
              <Button variant="quiet" icon={Lock} onPress={() => setIsInvoicing(true)}>
                {t('card.invoice')}
              </Button>
            )}
            <FileMenu save={save} />
            <PaperActions fileName={sheet.document.fileName} />
          </>
        )
      }
    >
      <SheetControls {...props} />
      {sheet?.differsFromInvoice && <p className={styles.warn}>{t('sheet.differs')}</p>}
      {sheet ? (
        <Paper document={sheet.document} isBusy={query.isPlaceholderData} />
      ) : query.error ? (
        <SheetProblem error={query.error} />
      ) : (
        <Skeleton height={600} />
      )}
      {isInvoicing && client && (
        <InvoiceForm client={client} period={period} today={today} onClose={() => setIsInvoicing(false)} />
      )}
    </Page>
  )
}

function SheetProblem({ error }: { readonly error: Error }) {
  const { t } = useTranslation('billing')
  const describe = useErrorTexts()
  const described = describe(error)
  if (described.data['reason'] !== 'too_many_entries') return <ErrorPanel error={described} />
  return <p className={styles.warn}>{t('sheet.tooMany', { count: MAX_TIMESHEET_ENTRIES })}</p>
}

function FileMenu({ save }: { save(kind: 'html' | 'csv'): () => void }) {
  const { t } = useTranslation('billing')
  return (
    <Menu
      label={t('sheet.more')}
      trigger={
        <Button variant="quiet" iconAfter={ChevronDown}>
          {t('sheet.more')}
        </Button>
      }
      groups={[
        {
          entries: [
            { id: 'csv', label: t('sheet.csv'), icon: Sheet, onAction: save('csv') },
            { id: 'html', label: t('sheet.html'), icon: FileText, onAction: save('html') },
          ],
        },
      ]}
    />
  )
}

const KEPT: Readonly<Record<SheetOption, { readonly value: string; readonly isOn: boolean }>> = {
  notes: { value: 'no', isOn: false },
  people: { value: 'no', isOn: false },
  billable: { value: 'only', isOn: true },
  open: { value: 'only', isOn: true },
}
const LABELS = { notes: 'notes', people: 'people', billable: 'onlyBillable', open: 'onlyOpen' } as const

function SheetControls({ clients, clientId, period, language, invoiceId, options, filters }: OpenSheetProps) {
  const { t } = useTranslation('billing')
  const choosePeriod = ({ from, to }: Period) => filters.set({ from, to, invoice: undefined }, true)
  const step = (count: 1 | -1) =>
    choosePeriod(periodOf(monthOf(addMonths(firstDayOf(monthOf(count < 0 ? period.from : period.to)), count))))
  return (
    <PaperControls>
      <Select
        label={t('sheet.client')}
        isLabelHidden
        width="medium"
        value={String(clientId)}
        options={clients.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(id) => filters.set({ client: id, invoice: undefined }, true)}
      />
      <div className={styles.stepper}>
        <IconButton icon={ChevronLeft} label={t('month.previous')} onPress={() => step(-1)} />
        <DateRangePicker
          label={t('sheet.period')}
          isLabelHidden
          value={period}
          onChange={(range) =>
            range && isDay(range.from) && isDay(range.to) && range.from <= range.to && choosePeriod(range as Period)
          }
        />
        <IconButton icon={ChevronRight} label={t('month.next')} onPress={() => step(1)} />
      </div>
      <Segmented
        label={t('sheet.language')}
        value={language}
        onChange={(next) => filters.set({ language: next })}
        options={[
          { value: 'de', label: t('sheet.german') },
          { value: 'en', label: t('sheet.english') },
        ]}
      />
      <div className={styles.options} role="group" aria-label={t('sheet.options')}>
        {SHEET_OPTIONS.filter((option) => invoiceId === null || option === 'notes' || option === 'people').map(
          (option) => (
            <Checkbox
              key={option}
              isSelected={options[option]}
              onChange={(isSelected) =>
                filters.set({ [option]: isSelected === KEPT[option].isOn ? KEPT[option].value : undefined })
              }
            >
              {t(`sheet.${LABELS[option]}`)}
            </Checkbox>
          ),
        )}
        {invoiceId !== null && (
          <Button size="s" variant="quiet" onPress={() => filters.set({ invoice: undefined })}>
            {t('sheet.wholePeriod')}
          </Button>
        )}
      </div>
    </PaperControls>
  )
}
