/** Channels and campaigns: SQL in, rows out. */
import type { Campaign, Channel } from '../../../../shared/contract/settings.ts'
import type { Network } from '../../../../shared/domain/network.ts'
import type { Connection } from '../../database/connection.ts'
import { findChannel } from '../../database/dimensions.ts'
import { expected } from '../../database/expected.ts'
import { joinUses } from '../../database/references.ts'

interface ChannelRow {
  id: number
  network: Network
  name: string
  is_archived: number
  use_count: number
}

export function readChannels(db: Connection): Channel[] {
  return db
    .prepare<[], ChannelRow>(
      `SELECT channel.id, network, name, is_archived, coalesce(used.count, 0) AS use_count
       FROM channel ${joinUses('channel')} ORDER BY position, channel.id`,
    )
    .all()
    .map((row) => ({
      id: row.id,
      network: row.network,
      name: row.name,
      isArchived: row.is_archived === 1,
      useCount: row.use_count,
    }))
}

export function updateChannel(
  db: Connection,
  id: number,
  patch: { network?: Network | undefined; name?: string | undefined; isArchived?: boolean | undefined },
): void {
  if (patch.name !== undefined) {
    const other = findChannel(db, patch.name)
    if (other !== null && other !== id) throw expected('name_taken', { field: 'name', name: patch.name })
  }
  const archived = patch.isArchived === undefined ? null : Number(patch.isArchived)
  const { changes } = db
    .prepare<[string | null, string | null, number | null, number]>(
      'UPDATE channel SET network = coalesce(?, network), name = coalesce(?, name), is_archived = coalesce(?, is_archived) WHERE id = ?',
    )
    .run(patch.network ?? null, patch.name ?? null, archived, id)
  expectOne(changes, 'channel', id)
}

interface CampaignRow {
  id: number
  name: string
  slug: string
  use_count: number
  other_count: number
}

export function readCampaigns(db: Connection): Campaign[] {
  return db
    .prepare<[], CampaignRow>(
      `SELECT id, name, slug,
         (SELECT count(*) FROM ad_spend WHERE campaign_id = campaign.id) + (SELECT count(*) FROM touchpoint WHERE campaign_id = campaign.id) AS use_count,
         (SELECT count(*) FROM ad_spend WHERE campaign_id = campaign.id AND scope = 'other') AS other_count
       FROM campaign ORDER BY name`,
    )
    .all()
    .map((row) => ({
      id: row.id,
      name: row.name,
      slug: row.slug,
      scope: row.other_count > 0 ? 'other' : 'social',
      useCount: row.use_count,
    }))
}

function expectOne(changes: number, what: string, id: number): void {
  if (changes !== 1) throw expected('not_found', { what, id })
}
