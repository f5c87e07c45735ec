/** Stretches of a day that stand side by side where they overlap. */
import type { Instant } from '../../shared/domain/instant.ts'

export interface Stretch {
  readonly from: Instant
  /** The end of what is drawn. */
  readonly to: Instant
}

/** Columns within the day: which, how many wide, of how many. */
export interface Lane {
  readonly lane: number
  readonly span: number
  readonly lanes: number
}

/** In the order given, which is that of their beginnings. */
export function layInLanes<Part extends Stretch>(parts: readonly Part[]): (Lane & { readonly part: Part })[] {
  return clustersOf(parts).flatMap((cluster) => lanesOf(cluster))
}

/** Runs of parts that touch each other as they are drawn. */
function clustersOf<Part extends Stretch>(parts: readonly Part[]): Part[][] {
  const clusters: Part[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const part of parts) {
    if (part.from >= end) clusters.push([])
    clusters.at(-1)?.push(part)
    end = Math.max(end, part.to)
  }
  return clusters
}

/** Each goes into the first lane that is free, and is as wide as the free lanes beside it allow. */
function lanesOf<Part extends Stretch>(cluster: readonly Part[]): (Lane & { readonly part: Part })[] {
  const lanes: Part[][] = []
  const placed = cluster.map((part) => {
    const free = lanes.findIndex((lane) => (lane.at(-1)?.to ?? 0) <= part.from)
    const lane = free < 0 ? lanes.push([]) - 1 : free
    lanes[lane]?.push(part)
    return { part, lane }
  })
  return placed.map(({ part, lane }) => {
    let span = 1
    while (lane + span < lanes.length && isFree(lanes[lane + span] ?? [], part)) span += 1
    return { part, lane, span, lanes: lanes.length }
  })
}

function isFree(lane: readonly Stretch[], part: Stretch): boolean {
  return lane.every((other) => other.to <= part.from || other.from >= part.to)
}
