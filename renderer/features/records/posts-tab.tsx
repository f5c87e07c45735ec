import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostFilter, PostRow } from '../../../shared/contract/records.ts'
import { POST_FORMATS } from '../../../shared/domain/post-format.ts'
import { postFormatNames } from '../../../shared/i18n/post-format-names.ts'
import type { Format } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { type SearchFilters, useSearchFilters } from '../../lib/use-search-filters.ts'
import { ChannelName } from '../../ui/dot.tsx'
import { CampaignFilter, ChannelFilter } from '../../ui/filter-selects.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { TextFilter } from '../../ui/text-filter.tsx'
import { useRecordForms } from './form-store.ts'
import { FormatFilter, PillarFilter } from './record-filters.tsx'
import { idOf } from './filter-values.ts'
import { RecordList } from './record-list.tsx'
import { useRecordColumns } from './record-columns.tsx'
import own from './records.module.css'
import { usePosts } from './use-record-pages.ts'

const NAMES = ['text', 'channel', 'pillar', 'format', 'campaign'] as const

function readFilter(get: SearchFilters['get']): PostFilter {
  const format = get('format')
  const known = POST_FORMATS.find((name) => name === format)
  return {
    text: get('text')?.slice(0, 200) ?? '',
    channelId: idOf(get('channel')),
    pillarId: idOf(get('pillar')),
    campaignId: idOf(get('campaign')),
    ...(format === 'none' ? { format: null } : known ? { format: known } : {}),
  }
}

export function PostsTab() {
  const { t } = useTranslation('records')
  const filters = useSearchFilters()
  const filter = useMemo(() => readFilter(filters.get), [filters])
  const pages = usePosts(filter)
  const hasPlans = pages.rows.some(({ plannedMinutes }) => plannedMinutes !== null)
  const columns = useColumns(hasPlans)
  const show = useRecordForms((state) => state.show)
  return (
    <RecordList
      kind="post"
      isFiltered={NAMES.some((name) => filters.get(name) !== null)}
      filters={
        <>
          <ChannelFilter filters={filters} />
          <FormatFilter filters={filters} />
          <PillarFilter filters={filters} />
          <CampaignFilter filters={filters} />
          <TextFilter filters={filters} label={t('search.label')} placeholder={t('search.post')} />
        </>
      }
      {...pages}
      columns={columns}
      onOpen={(row) => show({ kind: 'post', row })}
      onNearEnd={pages.readMore}
    />
  )
}

const nameOf = (post: PostRow) => post.title

function plannedColumn(header: string, format: Format): Column<PostRow> {
  return {
    id: 'planned',
    header,
    align: 'end',
    cell: ({ plannedMinutes }) => (
      <span className={own.quiet}>{plannedMinutes === null ? '–' : format.hours(plannedMinutes * 60)}</span>
    ),
  }
}

function useColumns(hasPlans: boolean): readonly Column<PostRow>[] {
  const { t } = useTranslation('records')
  const format = useFormat()
  const show = useRecordForms((state) => state.show)
  const onEdit = useMemo(() => (row: PostRow) => show({ kind: 'post', row }), [show])
  const figures = useRecordColumns({ kind: 'post', nameOf, onEdit })
  return useMemo(() => {
    const formats = postFormatNames(format.language)
    const quiet = (text: string | null) => <span className={own.quiet}>{text ?? '–'}</span>
    return [
      {
        id: 'title',
        header: t('columns.title'),
        isRowHeader: true,
        cell: (post) => (
          <span className={own.title} title={post.title}>
            {post.title}
          </span>
        ),
      },
      {
        id: 'channel',
        header: t('columns.channel'),
        cell: (post) => (post.channel ? <ChannelName network={post.network}>{post.channel}</ChannelName> : quiet(null)),
      },
      {
        id: 'kind',
        header: t('columns.kind'),
        headerDescription: t('columns.kindHelp'),
        cell: (post) => {
          const parts = [post.format && formats[post.format], post.pillar, post.campaign].filter(
            (part) => part !== null,
          )
          const text = parts.join(' · ')
          return (
            <span className={own.brief} title={text}>
              {text === '' ? '–' : text}
            </span>
          )
        },
      },
      {
        id: 'publishedOn',
        header: t('columns.publishedOn'),
        align: 'end',
        cell: (post) => quiet(post.publishedOn && format.day(post.publishedOn)),
      },
      ...(hasPlans ? [plannedColumn(t('columns.planned'), format)] : []),
      ...figures,
    ]
  }, [t, format, figures, hasPlans])
}
