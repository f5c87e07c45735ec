import { removeRecord } from '../../database/references.ts'
import { procedures } from '../../implement.ts'
import * as store from './project-store.ts'

const { time } = procedures

export const projectProcedures = {
  projects: time.projects.handler(({ context }) => store.readProjects(context.backend.ledger.reader)),
  addProject: time.addProject.handler(({ input, context }) =>
    context.backend.ledger.run('time.addProject', input.commandId, (db) => {
      const { clientId, name, isBillable, plannedMinutes } = input
      return store.addProject(db, { clientId, name, isBillable, plannedMinutes })
    }),
  ),
  updateProject: time.updateProject.handler(({ input, context }) =>
    context.backend.ledger.run('time.updateProject', input.commandId, (db) => {
      store.updateProject(db, input.id, input.patch)
      return input.id
    }),
  ),
  removeProject: time.removeProject.handler(({ input, context }) =>
    context.backend.ledger.run('time.removeProject', input.commandId, (db) => {
      removeRecord(db, 'project', input.id)
      return input.id
    }),
  ),
}
