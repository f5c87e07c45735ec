import { useInfiniteQuery } from '@tanstack/react-query'
import {
  ArrowUpDown,
  Check,
  FileCheck2,
  FilePen,
  FileX2,
  Flame,
  Image,
  ImageOff,
  type LucideIcon,
  Megaphone,
  MessageSquareOff,
  MessageSquarePlus,
  NotebookPen,
  RotateCcw,
  ShieldCheck,
  Square,
  UserCheck,
  UserX,
  Users,
} from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisDetail, CrisisEntry } from '../../../../shared/contract/crises.ts'
import type { CrisisEntryKind } from '../../../../shared/domain/crisis.ts'
import { api } from '../../../lib/api.ts'
import { type AppCommand, useAppCommands } from '../../../lib/commands.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import styles from './crises.module.css'
import { LOG_FIELD, LogComposer } from './log-composer.tsx'
import { Thumbnail } from './thumbnail.tsx'
import { useCrisisWords } from './use-crisis-words.ts'

const ICONS: Readonly<Record<CrisisEntryKind, LucideIcon>> = {
  opened: Flame,
  level: ArrowUpDown,
  reach: Users,
  added: MessageSquarePlus,
  removed: MessageSquareOff,
  informed: UserCheck,
  uninformed: UserX,
  approved: FileCheck2,
  rejected: FileX2,
  changed: FilePen,
  published: Megaphone,
  done: Check,
  undone: Square,
  evidence: Image,
  evidenceRemoved: ImageOff,
  note: NotebookPen,
  closed: ShieldCheck,
  reopened: RotateCcw,
}

/** What was added more than this after it happened was added later. */
const LATER_MS = 60_000

/** What happened, the latest first, with the field that adds to it. */
export function LogCard({ crisis }: { readonly crisis: CrisisDetail }) {
  const { t } = useTranslation('crises')
  useLogKey()
  return (
    <Card title={t('logCard.title')} aside={t('logCard.hint')}>
      <div className={styles.log}>
        <LogComposer crisisId={crisis.id} />
        <Log crisis={crisis} />
      </div>
    </Card>
  )
}

function useLogKey() {
  const { t } = useTranslation('crises')
  useAppCommands(
    useMemo(
      (): AppCommand[] => [
        {
          id: 'crises.note',
          title: t('compose.command'),
          group: t('title'),
          icon: NotebookPen,
          shortcut: 'p',
          opensField: true,
          run: () => document.getElementById(LOG_FIELD)?.focus(),
        },
      ],
      [t],
    ),
  )
}

interface Cursor {
  readonly at: number
  readonly id: number
}

function Log({ crisis }: { readonly crisis: CrisisDetail }) {
  const { t } = useTranslation('crises')
  const query = useInfiniteQuery(
    api.moderation.crisisLog.infiniteOptions({
      input: (cursor: Cursor | null) => ({ id: crisis.id, cursor }),
      initialPageParam: null as Cursor | null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const words = useCrisisWords()
  const format = useFormat()
  return (
    <QueryFrame query={query}>
      {({ pages }) => {
        const entries = pages.flatMap((page) => page.entries)
        // A name under every entry tells nothing while it is always the same.
        const hasPeople = new Set(entries.map(({ person }) => person)).size > 1
        return (
          <>
            {[...Map.groupBy(entries, ({ at }) => words.dayOf(at))].map(([day, ofDay]) => (
              <section key={day} className={styles.logDay}>
                <h3>{format.dayLong(day)}</h3>
                <ol>
                  {ofDay.map((entry) => (
                    <Entry key={entry.id} entry={entry} crisis={crisis} hasPerson={hasPeople} />
                  ))}
                </ol>
              </section>
            ))}
            {query.hasNextPage && (
              <Button
                size="s"
                variant="quiet"
                isPending={query.isFetchingNextPage}
                onPress={() => void query.fetchNextPage()}
              >
                {t('logCard.more')}
              </Button>
            )}
          </>
        )
      }}
    </QueryFrame>
  )
}

interface EntryProps {
  readonly entry: CrisisEntry
  readonly crisis: CrisisDetail
  /** Says who noted it. */
  readonly hasPerson: boolean
}

function Entry({ entry, crisis, hasPerson }: EntryProps) {
  const { t } = useTranslation('crises')
  const words = useCrisisWords()
  const { at, notedAt, kind, person, text, detail } = entry
  const Icon = ICONS[kind]
  const sentence = words.entry(entry)
  const file = crisis.evidence.find(({ id }) => kind === 'evidence' && id === detail.attachmentId)
  const remarks = [
    hasPerson ? person : null,
    notedAt - at > LATER_MS ? t('logCard.later', { at: words.at(notedAt) }) : null,
  ]
  const remark = remarks.filter(Boolean).join(' · ')
  return (
    <li className={styles.entry} data-kind={kind}>
      <time dateTime={new Date(at).toISOString()}>{words.clock(at)}</time>
      <Icon size={15} aria-hidden />
      <div className={styles.entryText}>
        {sentence !== '' && <p>{sentence}</p>}
        {text !== '' && <p className={styles.entryWords}>{text}</p>}
        {file && <Thumbnail file={file} />}
        {remark !== '' && <small>{remark}</small>}
      </div>
    </li>
  )
}
