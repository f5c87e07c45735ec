import { removeRecord } from '../../database/references.ts'
import { commandOn, procedures } from '../../implement.ts'
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
  updateProject: time.updateProject.handler(commandOn((db, input) => store.updateProject(db, input.id, input.patch))),
  removeProject: time.removeProject.handler(commandOn((db, input) => removeRecord(db, 'project', input.id))),
}
