/** Kimai, export: ISO dates, an end without a date of its own, the kind of work in its activity. */
import type { FormatDeclaration } from './format.ts'

export const kimai: FormatDeclaration = {
  id: 'kimai',
  kind: 'time',
  columns: [
    { field: 'startDate', headers: ['Datum', 'Date'], type: 'date', required: true },
    { field: 'startTime', headers: ['Von', 'From', 'Beginn', 'Begin', 'Start'], type: 'time', required: true },
    { field: 'endTime', headers: ['Bis', 'To', 'Ende', 'End'], type: 'time' },
    { field: 'duration', headers: ['Dauer', 'Duration'], type: 'duration', required: true },
    { field: 'user', headers: ['Name', 'Alias', 'Benutzer', 'User', 'Benutzername', 'Username'], type: 'text' },
    { field: 'email', headers: ['E-Mail', 'Email'], type: 'text' },
    { field: 'client', headers: ['Kunde', 'Customer'], type: 'text' },
    { field: 'project', headers: ['Projekt', 'Project'], type: 'text', required: true },
    { field: 'task', headers: ['Tätigkeit', 'Activity'], type: 'text', required: true },
    { field: 'description', headers: ['Beschreibung', 'Description'], type: 'text' },
    { field: 'billable', headers: ['Abrechenbar', 'Billable'], type: 'flag' },
    { field: 'tags', headers: ['Schlagworte', 'Tags', 'Schlagwörter'], type: 'list' },
  ],
  totals: {
    in: ['user', 'description', 'project'],
    whenEmpty: ['startDate', 'startTime', 'user', 'client', 'project', 'task'],
  },
}
