import { useQuery } from '@tanstack/react-query'
import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClosingPreview, MonthState } from '../../../shared/contract/ledger.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { describeCode } from '../../lib/errors.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ClosingSums } from './closing-sums.tsx'
import styles from './ledger.module.css'

/** Asks before a month is sealed for ever, and says what that does. */
export function CloseDialog({ month, onClose }: { readonly month: string | null; onClose(): void }) {
  const months = useQuery(api.ledger.months.queryOptions())
  const describe = useErrorTexts()
  if (months.error) {
    return (
      <Frame onClose={onClose}>
        <ErrorPanel error={describe(months.error)} />
      </Frame>
    )
  }
  if (!months.data) {
    return (
      <Frame onClose={onClose}>
        <Skeleton lines={4} />
      </Frame>
    )
  }
  const open = months.data.months.filter((state) => state.status === 'open').toReversed()
  const chosen = month ?? open[0]?.month
  if (chosen === undefined) return <NothingToClose months={months.data.months} onClose={onClose} />
  return <ClosingForm open={open} first={chosen} onClose={onClose} />
}

interface FrameProps {
  readonly title?: string
  readonly children: React.ReactNode
  onClose(): void
}

function Frame({ title, children, onClose }: FrameProps) {
  const { t } = useTranslation('ledger')
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={title ?? t('closing.titleNone')}
      footer={<Button onPress={onClose}>{t('verify.close')}</Button>}
    >
      {children}
    </Dialog>
  )
}

function NothingToClose({ months, onClose }: { readonly months: readonly MonthState[]; onClose(): void }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const running = months.find((state) => state.status === 'running')
  return (
    <Frame onClose={onClose}>
      <p>{t('closing.nothing')}</p>
      <p className={styles.lead}>
        {running ? t('closing.nothingRunning', { month: format.month(running.month) }) : t('closing.nothingEmpty')}
      </p>
    </Frame>
  )
}

interface ClosingFormProps {
  readonly open: readonly MonthState[]
  readonly first: string
  onClose(): void
}

function ClosingForm({ open, first, onClose }: ClosingFormProps) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const describe = useErrorTexts()
  const [month, setMonth] = useState(first)
  const preview = useQuery(api.ledger.previewClose.queryOptions({ input: { month } }))
  const close = useCommand(client.ledger.closeMonth, {
    done: t('closing.done', {
      count: preview.data ? preview.data.months.length + preview.data.emptyMonths : 1,
      month: format.month(month),
    }),
    finalReason: t('closing.notUndoable'),
    errors: 'caller',
  })
  const obstacle = preview.data?.obstacle ?? null
  const error = close.error ?? (obstacle && describeCode(obstacle.code, obstacle.data))
  return (
    <Dialog
      isOpen
      isAlert
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={useTitle(preview.data, month)}
      onSubmit={() => void close.run({ month, withEarlier: true }).then((receipt) => receipt && onClose())}
      footer={
        <>
          <Button onPress={onClose}>{t('closing.cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            icon={LockKeyhole}
            isPending={close.isRunning}
            isDisabled={!preview.data || obstacle !== null}
          >
            {t('closing.confirm')}
          </Button>
        </>
      }
    >
      <p>
        {t('closing.meaning')} <strong>{t('closing.final')}</strong>
      </p>
      {open.length > 1 && (
        <Select
          label={t('closing.choose')}
          width="medium"
          options={open.map((state) => ({ value: state.month, label: format.month(state.month) }))}
          value={month}
          onChange={(value) => {
            close.clearError()
            setMonth(value)
          }}
        />
      )}
      {error && <ErrorPanel error={error} {...(!close.error && { tone: 'warn' as const })} />}
      {preview.error && <ErrorPanel error={describe(preview.error)} />}
      {preview.data ? <ClosingSums preview={preview.data} /> : !preview.error && <Skeleton lines={4} />}
    </Dialog>
  )
}

function useTitle(preview: ClosingPreview | undefined, month: string): string {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const first = preview?.months[0]?.month ?? month
  if (first === month) return t('closing.title', { month: format.month(month) })
  return t('closing.titleRange', { from: format.month(first), to: format.month(month) })
}
