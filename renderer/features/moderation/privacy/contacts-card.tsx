/** Everybody who wrote, under a pseudonym; whoever wrote last comes first. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactCursor, ContactRow } from '../../../../shared/contract/privacy.ts'
import { api } from '../../../lib/api.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Stack } from '../../../ui/page.tsx'
import type { Column } from '../../../ui/table-sort.ts'
import { Table } from '../../../ui/table.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { BlockButton } from '../contact/block-button.tsx'
import { ContactLink } from '../contact/contact-link.tsx'
import { useHandleText } from './handle-text.ts'

export function ContactsCard({ timeZone }: { readonly timeZone: string }) {
  const { t } = useTranslation('privacy')
  const describe = useErrorTexts()
  const [text, setText] = useState('')
  const pages = useInfiniteQuery(
    api.moderation.contacts.infiniteOptions({
      input: (cursor: ContactCursor | null) => ({ text, cursor }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
      placeholderData: (before) => before,
    }),
  )
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const columns = useContactColumns(timeZone)
  return (
    <Card title={t('contacts.title')}>
      <Stack>
        <TextField label={t('contacts.search')} value={text} onChange={setText} autoComplete="off" width="medium" />
        {pages.error && <ErrorPanel error={describe(pages.error)} />}
        <Table
          label={t('contacts.title')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => String(id)}
          isLoading={pages.isPending}
          empty={
            <EmptyState title={t(text === '' ? 'contacts.empty' : 'contacts.noneFound')}>
              {t(text === '' ? 'contacts.emptyHelp' : 'contacts.noneFoundHelp')}
            </EmptyState>
          }
        />
        {pages.hasNextPage && (
          <div>
            <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
              {t('contacts.more')}
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  )
}

function useContactColumns(timeZone: string): Column<ContactRow>[] {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const handleText = useHandleText()
  return useMemo(
    () => [
      {
        id: 'pseudonym',
        header: t('contacts.pseudonym'),
        isRowHeader: true,
        cell: (row) => <ContactLink contact={row} />,
      },
      {
        id: 'handles',
        header: t('contacts.handles'),
        cell: ({ handles, isBlocked }) => (
          <>
            {handles.map(handleText).join(', ') || t('find.erasedName')}{' '}
            {isBlocked && <Chip tone="danger">{t('contacts.blocked')}</Chip>}
          </>
        ),
      },
      {
        id: 'conversations',
        header: t('contacts.conversations'),
        align: 'end',
        cell: ({ conversationCount }) => format.number(conversationCount),
      },
      {
        id: 'mood',
        header: t('contacts.mood'),
        cell: ({ moods: { positive, negative, angry } }) =>
          positive + negative + angry === 0 ? '–' : t('contacts.moods', { good: positive, bad: negative + angry }),
      },
      { id: 'last', header: t('contacts.last'), cell: ({ lastAt }) => format.instant(lastAt, timeZone) },
      {
        id: 'block',
        header: '',
        headerDescription: t('contacts.actions'),
        align: 'end',
        cell: (row) => <BlockButton contact={row} size="s" />,
      },
    ],
    [t, format, timeZone, handleText],
  )
}
