/** Ready-made answers: found by words, written in a dialog. */
import { useQuery } from '@tanstack/react-query'
import { MessageSquareText, Plus, ListPlus } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snippet } from '../../../../shared/contract/moderation-setup.ts'
import { SNIPPET_EXAMPLES } from '../../../../shared/i18n/snippet-examples.ts'
import { api, client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useSearchFilters } from '../../../lib/use-search-filters.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import { Shortened } from '../../../ui/shortened.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Column } from '../../../ui/table-sort.ts'
import { TextFilter } from '../../../ui/text-filter.tsx'
import { useOpenedByAddress } from './opened-by-address.ts'
import styles from './setup.module.css'
import { SnippetDialog } from './snippet-dialog.tsx'
import { draftOf, firstVariant, textsOf, VARIANTS } from './snippet-draft.ts'

export function SnippetsTab() {
  const { t } = useTranslation('moderationSetup')
  const snippets = useQuery(api.moderation.snippets.queryOptions())
  const filters = useSearchFilters()
  const [edited, setEdited] = useState<Snippet | 'new' | null>(null)
  useOpenedByAddress(() => setEdited('new'))
  const add = (
    <Button icon={Plus} onPress={() => setEdited('new')}>
      {t('snippets.add')}
    </Button>
  )
  return (
    <QueryFrame query={snippets}>
      {(rows) => (
        <div className={styles.wideColumn}>
          <div className={styles.intro}>
            <p className={styles.lead}>{t('snippets.intro')}</p>
          </div>
          {rows.length > 0 && (
            <div className={styles.buttons}>
              <TextFilter
                filters={filters}
                label={t('snippets.search')}
                placeholder={t('snippets.searchPlaceholder')}
              />
              <span className={styles.end}>{add}</span>
            </div>
          )}
          <Card isFlush>
            {rows.length === 0 ? (
              <NoSnippets add={add} />
            ) : (
              <SnippetTable snippets={rows} text={filters.get('text') ?? ''} onEdit={setEdited} />
            )}
          </Card>
          {edited !== null && (
            <SnippetDialog
              key={edited === 'new' ? edited : edited.id}
              snippet={edited === 'new' ? null : edited}
              onClose={() => setEdited(null)}
            />
          )}
        </div>
      )}
    </QueryFrame>
  )
}

function NoSnippets({ add }: { readonly add: ReactNode }) {
  const { t } = useTranslation('moderationSetup')
  const { language } = useFormat()
  const take = useCommand(client.moderation.addSnippets, { done: t('snippets.examplesAdded') })
  const snippets = SNIPPET_EXAMPLES.map(({ names, texts }) => ({ ...names[language], texts: textsOf(texts) }))
  return (
    <EmptyState
      icon={MessageSquareText}
      title={t('snippets.empty')}
      primary={add}
      secondary={
        <Button icon={ListPlus} onPress={() => void take.run({ snippets })} isPending={take.isRunning}>
          {t('snippets.examples')}
        </Button>
      }
    >
      {t('snippets.emptyHelp')}
    </EmptyState>
  )
}

interface SnippetTableProps {
  readonly snippets: readonly Snippet[]
  readonly text: string
  onEdit(snippet: Snippet): void
}

function SnippetTable({ snippets, text, onEdit }: SnippetTableProps) {
  const { t } = useTranslation('moderationSetup')
  const columns = useSnippetColumns()
  const words = text.trim().toLowerCase()
  const shown = snippets.filter(({ name, topic, texts }) =>
    [name, topic ?? '', ...texts.map((each) => each.text)].some((part) => part.toLowerCase().includes(words)),
  )
  return (
    <Table
      label={t('snippets.list')}
      columns={columns}
      rows={shown}
      rowKey={({ id }) => String(id)}
      onRowAction={onEdit}
      empty={<EmptyState isCompact title={t('snippets.nothingFound', { text })} />}
    />
  )
}

function useSnippetColumns() {
  const { t } = useTranslation('moderationSetup')
  return useMemo(
    (): Column<Snippet>[] => [
      {
        id: 'name',
        header: t('snippets.columns.name'),
        isRowHeader: true,
        sortValue: ({ name }) => name,
        cell: ({ name }) => <Shortened text={name} />,
      },
      {
        id: 'topic',
        header: t('snippets.columns.topic'),
        sortValue: ({ topic }) => topic ?? '',
        cell: ({ topic }) =>
          topic === null ? <span className={styles.help}>{t('snippets.noTopic')}</span> : <Chip>{topic}</Chip>,
      },
      {
        id: 'text',
        header: t('snippets.columns.text'),
        cell: (snippet) => <Beginning snippet={snippet} />,
      },
      {
        id: 'texts',
        header: t('snippets.columns.texts'),
        cell: ({ texts }) => (
          <span className={styles.chips}>
            {VARIANTS.filter((variant) => texts.some((each) => `${each.language} ${each.tone}` === variant)).map(
              (variant) => (
                <Chip key={variant}>{t(`snippet.short.${variant}`)}</Chip>
              ),
            )}
          </span>
        ),
      },
      {
        id: 'rules',
        header: t('snippets.columns.rules'),
        align: 'end',
        sortValue: ({ ruleCount }) => ruleCount,
        cell: ({ ruleCount }) =>
          ruleCount === 0 ? <span className={styles.help}>–</span> : t('snippets.proposedBy', { count: ruleCount }),
      },
    ],
    [t],
  )
}

function Beginning({ snippet }: { readonly snippet: Snippet }) {
  const { texts } = draftOf(snippet)
  return (
    <span className={styles.beginning}>
      <Shortened text={texts[firstVariant(texts)]} />
    </span>
  )
}
