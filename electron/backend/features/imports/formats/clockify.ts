/** Clockify, detailed report: dates and clocks as the account is set, often American. */
import type { FormatDeclaration } from './format.ts'

export const clockify: FormatDeclaration = {
  id: 'clockify',
  kind: 'time',
  columns: [
    { field: 'user', headers: ['Benutzer', 'User'], type: 'text' },
    { field: 'email', headers: ['E-Mail', 'Email'], type: 'text' },
    { field: 'client', headers: ['Kunde', 'Client'], type: 'text' },
    { field: 'project', headers: ['Projekt', 'Project'], type: 'text', required: true },
    { field: 'task', headers: ['Aufgabe', 'Task'], type: 'text' },
    { field: 'description', headers: ['Beschreibung', 'Description'], type: 'text' },
    { field: 'tags', headers: ['Tags', 'Schlagwörter', 'Tag'], type: 'list' },
    { field: 'billable', headers: ['Abrechenbar', 'Billable', 'Verrechenbar'], type: 'flag' },
    { field: 'type', headers: ['Typ', 'Type'], type: 'text' },
    { field: 'startDate', headers: ['Startdatum', 'Start Date'], type: 'date', required: true },
    { field: 'startTime', headers: ['Startzeit', 'Start Time'], type: 'time', required: true },
    { field: 'endDate', headers: ['Enddatum', 'End Date'], type: 'date' },
    { field: 'endTime', headers: ['Endzeit', 'End Time'], type: 'time' },
    { field: 'duration', headers: ['Dauer (h)', 'Duration (h)'], type: 'duration' },
    {
      field: 'decimalDuration',
      headers: ['Dauer (dezimal)', 'Duration (decimal)', 'Dauer (Dezimalzahl)'],
      type: 'hours',
    },
    // Helps to tell the order of day and month.
    { field: 'created', headers: ['Erstellungsdatum', 'Date of creation'], type: 'date' },
  ],
  anyOf: [['duration', 'decimalDuration']],
  totals: { in: ['user', 'description', 'project'], whenEmpty: ['startDate', 'startTime', 'user', 'project'] },
  notWork: { in: 'type', words: ['break', 'pause', 'holiday', 'feiertag', 'time off', 'abwesenheit'] },
}
