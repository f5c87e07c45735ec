import { adSpendRecords } from './ad-spend-records.ts'
import { orderRecords } from './order-records.ts'
import type { BuilderFactory } from './record-builder.ts'
import type { RecordKind } from './records.ts'
import { timeRecords } from './time-records.ts'

export const recordBuilders: Readonly<Record<RecordKind, BuilderFactory>> = {
  time: timeRecords,
  'ad-spend': adSpendRecords,
  order: orderRecords,
}
