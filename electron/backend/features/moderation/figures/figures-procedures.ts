import { command, explain, procedures } from '../../../implement.ts'
import { complaintsOf } from './complaints.ts'
import { exportConversations } from './conversation-file.ts'
import { readFigureRows } from './figure-rows.ts'
import { figuresOfPeriod, readExtent } from './figures.ts'
import { readReach, setReach } from './reach-store.ts'
import { servicesOf } from './services.ts'

const { moderation } = procedures

export const figuresProcedures = {
  figureExtent: moderation.figureExtent.handler(({ context }) => readExtent(context.backend.ledger.reader)),
  figures: moderation.figures.handler(({ input, context: { backend } }) => {
    const { reader } = backend.ledger
    return figuresOfPeriod(reader, { ...input, now: backend.ledger.now() }, input.by)
  }),
  figureRows: moderation.figureRows.handler(({ input, context: { backend } }) =>
    readFigureRows(backend.ledger.reader, { ...input, now: backend.ledger.now() }),
  ),
  complaints: moderation.complaints.handler(({ input, context: { backend } }) =>
    complaintsOf(backend.ledger.reader, { ...input, model: 'last', now: backend.ledger.now() }),
  ),
  services: moderation.services.handler(({ input, context: { backend } }) =>
    servicesOf(backend.ledger.reader, { ...input, now: backend.ledger.now() }),
  ),
  reach: moderation.reach.handler(({ input, context }) => readReach(context.backend.ledger.reader, input.year)),
  setReach: moderation.setReach.handler(
    command((db, input) => {
      setReach(db, input.changes)
      return null
    }),
  ),
  exportConversations: moderation.exportConversations.handler(async function* ({ input, context, signal }) {
    try {
      const { numbers = input.language === 'de' ? 'comma' : 'point' } = input
      yield* exportConversations(context.backend, { ...input, numbers }, signal)
    } catch (error) {
      throw explain(error, ['moderation', 'exportConversations'], context.backend)
    }
  }),
}
