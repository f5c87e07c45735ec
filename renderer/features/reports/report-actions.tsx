import { Braces, ChevronDown, FileText, Sheet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { FileKind, ReportDocument } from '../../../shared/contract/reports.ts'
import { client } from '../../lib/api.ts'
import { saveFile } from '../../lib/save-file.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { PaperActions } from '../../ui/paper-actions.tsx'
import type { ReportQuestion } from './use-report-question.ts'

export interface ReportActionsProps {
  readonly question: ReportQuestion
  /** Undefined while there is no report to save. */
  readonly document: ReportDocument | undefined
}

/** On paper or as a file. */
export function ReportActions({ question, document }: ReportActionsProps) {
  if (!document) return null
  return (
    <>
      <FileMenu question={question} />
      <PaperActions fileName={document.fileName} />
    </>
  )
}

function FileMenu({ question }: { readonly question: ReportQuestion }) {
  const { t } = useTranslation('reports')
  const { input, language } = question
  const ofReport = (kind: FileKind) => () => {
    if (input) void saveFile((options) => client.reports.exportFile({ kind, ...input }, options))
  }
  const ofLedger = (kind: FileKind, journal: 'lines' | 'days' = 'lines') => {
    return () => void saveFile((options) => client.reports.exportFile({ kind, language, journal }, options))
  }
  return (
    <Menu
      label={t('actions.more')}
      trigger={
        <Button variant="quiet" iconAfter={ChevronDown}>
          {t('actions.more')}
        </Button>
      }
      groups={[
        {
          title: t('actions.reportFiles'),
          entries: [
            { id: 'html', label: t('actions.html'), icon: FileText, onAction: ofReport('html') },
            { id: 'csv', label: t('actions.csv'), icon: Sheet, onAction: ofReport('csv') },
            { id: 'json', label: t('actions.json'), icon: Braces, onAction: ofReport('json') },
          ],
        },
        {
          title: t('actions.ledgerFiles'),
          entries: [
            {
              id: 'journal',
              label: t('actions.journal'),
              description: t('actions.journalHelp'),
              icon: FileText,
              onAction: ofLedger('journal'),
            },
            { id: 'days', label: t('actions.journalDays'), icon: FileText, onAction: ofLedger('journal', 'days') },
            { id: 'lines', label: t('actions.lines'), icon: Sheet, onAction: ofLedger('lines-csv') },
            { id: 'purchases', label: t('actions.purchases'), icon: Sheet, onAction: ofLedger('purchases-csv') },
          ],
        },
      ]}
    />
  )
}
