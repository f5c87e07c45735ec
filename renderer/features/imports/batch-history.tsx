/** Every import there was, and taking one back. */
import { useQuery } from '@tanstack/react-query'
import { FileSpreadsheet, Undo2 } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../shared/contract/imports.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUndoStore } from '../../lib/undo-store.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel, type ErrorTexts } from '../../ui/error-panel.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Stack } from '../../ui/page.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { Table } from '../../ui/table.tsx'
import styles from './batch-history.module.css'
import { type ReasonTexts, useReasonTexts } from './reason-texts.ts'
import { sumOf } from './sums.ts'

export function BatchHistory() {
  const { t } = useTranslation(['imports', 'ui'])
  const describe = useErrorTexts()
  const batches = useQuery(api.imports.batches.queryOptions())
  const undo = useUndoBatch(batches.data ?? [])
  const columns = useColumns(undo.run, undo.isRunning)
  if (batches.isError) {
    const retry = (
      <Button size="s" onPress={() => void batches.refetch()}>
        {t('ui:error.retry')}
      </Button>
    )
    return <ErrorPanel error={describe(batches.error)} actions={retry} />
  }
  return (
    <Stack>
      {undo.problem && (
        <ErrorPanel
          tone="warn"
          error={undo.problem}
          actions={
            <Button size="s" onPress={undo.closeProblem}>
              {t('history.close')}
            </Button>
          }
        />
      )}
      <Card isFlush>
        <Table
          label={t('history.title')}
          columns={columns}
          rows={batches.data ?? []}
          rowKey={(batch) => String(batch.id)}
          isLoading={batches.isPending}
          rowHeight={52}
          empty={
            <EmptyState icon={FileSpreadsheet} title={t('history.empty')} isCompact>
              {t('history.emptyText')}
            </EmptyState>
          }
        />
      </Card>
    </Stack>
  )
}

function useUndoBatch(batches: readonly Batch[]) {
  const { t } = useTranslation('imports')
  const command = useCommand(client.imports.undoBatch, { done: t('history.undone'), errors: 'caller' })
  const { error, clearError } = command
  // Once something else was done or taken back, the refusal speaks of what is no more.
  useEffect(
    () =>
      useUndoStore.subscribe(({ done, undone }, before) => {
        if (done !== before.done || undone !== before.undone) clearError()
      }),
    [clearError],
  )
  const later = batches.find((batch) => batch.id === error?.data.laterBatchId)
  return {
    run: (batch: Batch) => void command.run({ batchId: batch.id }),
    isRunning: command.isRunning,
    problem: error?.code === 'import_superseded' ? later && supersededBy(later, error) : error,
    closeProblem: clearError,
  }

  function supersededBy({ fileName: name }: Batch, refusal: ErrorTexts): ErrorTexts {
    return { ...refusal, meaning: t('history.superseded', { name }), advice: t('history.supersededAdvice', { name }) }
  }
}

function useColumns(onUndo: (batch: Batch) => void, isRunning: boolean): readonly Column<Batch>[] {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const reasons = useReasonTexts()
  const { data: status } = useQuery(api.app.status.queryOptions())
  const timeZone = status?.ledger?.timeZone ?? 'UTC'
  return useMemo(() => {
    const figure = (id: 'newRows' | 'changedRows' | 'goneRows'): Column<Batch> => ({
      id,
      header: t(`history.${id}`),
      align: 'end',
      cell: (batch) => (batch[id] === 0 ? '–' : format.number(batch[id])),
      sortValue: (batch) => batch[id],
    })
    return [
      {
        id: 'file',
        header: t('files.file'),
        isRowHeader: true,
        cell: (batch) => <FileCell batch={batch} reasons={reasons} />,
        sortValue: (batch) => batch.fileName,
      },
      {
        id: 'importedAt',
        header: t('history.importedAt'),
        cell: (batch) => format.instant(batch.importedAt, timeZone),
        sortValue: (batch) => batch.importedAt,
      },
      {
        id: 'period',
        header: t('files.period'),
        cell: (batch) => (batch.period ? format.dayRange(batch.period.from, batch.period.to) : '–'),
        sortValue: (batch) => batch.period?.from ?? null,
      },
      figure('newRows'),
      figure('changedRows'),
      figure('goneRows'),
      {
        id: 'sum',
        header: t('files.sum'),
        headerDescription: t('history.sumHint'),
        align: 'end',
        cell: (batch) => sumOf(batch, format),
      },
      {
        id: 'undo',
        header: '',
        headerDescription: t('files.actions'),
        align: 'end',
        width: '1%',
        cell: (batch) => (
          <IconButton
            size="s"
            variant="quiet"
            icon={Undo2}
            isDisabled={isRunning}
            label={t('history.undo', { name: batch.fileName })}
            onPress={() => onUndo(batch)}
          />
        ),
      },
    ]
  }, [t, format, reasons, timeZone, onUndo, isRunning])
}

function FileCell({ batch, reasons }: { readonly batch: Batch; readonly reasons: ReasonTexts }) {
  return (
    <span className={styles.file}>
      <span className={styles.name}>{batch.fileName}</span>
      <small>{reasons.format(batch.format)}</small>
    </span>
  )
}
