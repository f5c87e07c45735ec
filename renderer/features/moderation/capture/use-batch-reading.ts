import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type BatchReading, parseBatchLine } from '../../../../shared/domain/batch-line.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { dayAt } from '../../../../shared/domain/instant.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useTimeZone } from './use-capture-question.ts'

export interface LiveReading {
  readonly reading: BatchReading
  readonly today: Day
}

/** What the line says at this moment; it is read here, so nothing waits. */
export function useBatchReading(line: string): LiveReading {
  const { language } = useFormat()
  const timeZone = useTimeZone()
  const today = dayAt(useNow(), timeZone)
  const channels = useQuery(api.settings.channels.queryOptions()).data
  const topics = useQuery(api.moderation.topics.queryOptions()).data
  const reading = useMemo(
    () =>
      parseBatchLine(line, {
        channels: channels ?? [],
        topics: (topics ?? []).filter(({ isArchived }) => !isArchived),
        now: Date.now(),
        timeZone,
        language,
      }),
    // A new day reads "gestern" differently.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [line, channels, topics, timeZone, language, today],
  )
  return { reading, today }
}
