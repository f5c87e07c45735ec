/** Toggl Track, detailed report. */
import type { FormatDeclaration } from './format.ts'

export const toggl: FormatDeclaration = {
  id: 'toggl',
  kind: 'time',
  columns: [
    { field: 'user', headers: ['Benutzer', 'User', 'Member', 'Mitglied', 'Nutzer'], type: 'text' },
    { field: 'email', headers: ['E-Mail', 'Email'], type: 'text' },
    { field: 'client', headers: ['Kunde', 'Client'], type: 'text' },
    { field: 'project', headers: ['Projekt', 'Project'], type: 'text', required: true },
    { field: 'task', headers: ['Aufgabe', 'Task'], type: 'text' },
    { field: 'description', headers: ['Beschreibung', 'Description'], type: 'text' },
    { field: 'billable', headers: ['Abrechenbar', 'Billable', 'Verrechenbar'], type: 'flag' },
    {
      field: 'startDate',
      headers: ['Startdatum', 'Start date', 'Anfangsdatum', 'Beginn Datum'],
      type: 'date',
      required: true,
    },
    {
      field: 'startTime',
      headers: ['Startzeit', 'Start time', 'Anfangszeit', 'Beginn Uhrzeit'],
      type: 'time',
      required: true,
    },
    { field: 'endDate', headers: ['Enddatum', 'End date', 'Stop date', 'Ende Datum'], type: 'date' },
    { field: 'endTime', headers: ['Endzeit', 'End time', 'Stop time', 'Ende Uhrzeit'], type: 'time' },
    { field: 'duration', headers: ['Dauer', 'Duration'], type: 'duration', required: true },
    { field: 'tags', headers: ['Tags', 'Schlagwörter', 'Schlagworte'], type: 'list' },
  ],
  foreignHeaders: ['Dauer (h)', 'Duration (h)', 'Dauer (dezimal)', 'Duration (decimal)', 'Tätigkeit'],
  totals: { in: ['user', 'description', 'project'] },
}
